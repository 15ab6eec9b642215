/** Two starts, one window. */
@NullMarked
package dev.slipway.desk.instance;

import org.jspecify.annotations.NullMarked;
