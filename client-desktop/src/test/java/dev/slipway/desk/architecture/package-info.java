/** The desk's walls, and classes that break them. */
@NullMarked
package dev.slipway.desk.architecture;

import org.jspecify.annotations.NullMarked;
