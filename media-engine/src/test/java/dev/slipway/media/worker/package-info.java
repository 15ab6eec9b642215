/** Workers that answer, hang, die and are left alone. */
@NullMarked
package dev.slipway.media.worker;

import org.jspecify.annotations.NullMarked;
