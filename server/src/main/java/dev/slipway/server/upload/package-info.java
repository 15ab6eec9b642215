/** Takes files in over tus 1.0.0, against a grant and a signed manifest, and seals them when all have arrived. */
@NullMarked
package dev.slipway.server.upload;

import org.jspecify.annotations.NullMarked;
