/**
 * Snowflakes: the ids of users, applications and guilds, and how new ones are made (contract 1.1).
 */
@NullMarked
package com.astraof.oauth2.core.id;

import org.jspecify.annotations.NullMarked;
