/** Tests of what the doctor says. */
@NullMarked
package dev.slipway.desk.doctor;

import org.jspecify.annotations.NullMarked;
