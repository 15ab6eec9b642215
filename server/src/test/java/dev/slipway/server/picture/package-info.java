/** The list of blocked pictures over HTTP, and real films compared with it. */
@NullMarked
package dev.slipway.server.picture;

import org.jspecify.annotations.NullMarked;
