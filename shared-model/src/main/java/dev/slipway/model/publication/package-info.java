/** A publication: its form, its two states, and what the REST API says of it. */
@NullMarked
package dev.slipway.model.publication;

import org.jspecify.annotations.NullMarked;
