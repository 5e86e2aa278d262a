/** Makes pictures of strangers safe to show: decoded, shrunk and encoded anew. */
@NullMarked
package com.astraof.oauth2.server.picture;

import org.jspecify.annotations.NullMarked;
