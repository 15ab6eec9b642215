/** A publication from draft to page: terms, signature, its two states and the REST resource. */
@NullMarked
package dev.slipway.server.publication;

import org.jspecify.annotations.NullMarked;
