/** Who can watch a publication. */
@NullMarked
package dev.slipway.model.access;

import org.jspecify.annotations.NullMarked;
