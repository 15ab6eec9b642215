/** Authors and their pictures, with real publications, rows and requests. */
@NullMarked
package dev.slipway.server.author;

import org.jspecify.annotations.NullMarked;
