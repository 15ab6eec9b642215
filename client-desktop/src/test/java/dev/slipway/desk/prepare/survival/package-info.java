/** What is said of a film's protection, without a toolkit. */
@NullMarked
package dev.slipway.desk.prepare.survival;

import org.jspecify.annotations.NullMarked;
