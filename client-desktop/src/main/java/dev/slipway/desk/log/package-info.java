/** The file in which the window writes what goes wrong. */
@NullMarked
package dev.slipway.desk.log;

import org.jspecify.annotations.NullMarked;
