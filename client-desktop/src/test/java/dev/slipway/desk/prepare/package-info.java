/** Tests of what a person may choose. */
@NullMarked
package dev.slipway.desk.prepare;

import org.jspecify.annotations.NullMarked;
