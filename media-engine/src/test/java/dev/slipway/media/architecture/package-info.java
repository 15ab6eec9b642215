/** Rules about what may depend on what, each with a case that breaks it. */
@NullMarked
package dev.slipway.media.architecture;

import org.jspecify.annotations.NullMarked;
