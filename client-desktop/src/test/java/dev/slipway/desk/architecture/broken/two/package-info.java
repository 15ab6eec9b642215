/** Half of a cycle, on purpose. */
@NullMarked
package dev.slipway.desk.architecture.broken.two;

import org.jspecify.annotations.NullMarked;
