/** What is left of a film's protection, read from the reports beside its finished files and said to its creator. */
@NullMarked
package dev.slipway.desk.prepare.survival;

import org.jspecify.annotations.NullMarked;
