/** Guilds, their members and roles, and what the permission bits mean. */
@NullMarked
package com.astraof.oauth2.core.guild;

import org.jspecify.annotations.NullMarked;
