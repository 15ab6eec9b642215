/** Access levels at every way to a publication. */
@NullMarked
package dev.slipway.server.access;

import org.jspecify.annotations.NullMarked;
