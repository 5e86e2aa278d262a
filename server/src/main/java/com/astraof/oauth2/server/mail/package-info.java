/** Sends mails: words and links for each, the rounds that empty the queue, SMTP. */
@NullMarked
package com.astraof.oauth2.server.mail;

import org.jspecify.annotations.NullMarked;
