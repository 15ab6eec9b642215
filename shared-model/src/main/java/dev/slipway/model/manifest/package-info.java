/** The signed list of finished artifacts, its exact bytes and the rules it must meet. */
@NullMarked
package dev.slipway.model.manifest;

import org.jspecify.annotations.NullMarked;
