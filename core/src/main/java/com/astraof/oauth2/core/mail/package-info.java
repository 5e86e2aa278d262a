/**
 * E-mail: which mails there are, the queue that they wait in, the links in them and what those
 * links do. Words, pages and SMTP are left to the server.
 */
@NullMarked
package com.astraof.oauth2.core.mail;

import org.jspecify.annotations.NullMarked;
