/** Looks at this machine and says honestly what Slipway finds and what it lacks. */
@NullMarked
package dev.slipway.desk.doctor;

import org.jspecify.annotations.NullMarked;
