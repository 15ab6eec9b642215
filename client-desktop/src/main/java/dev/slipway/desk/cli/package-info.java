/** The command line: one class for each command, and the one place where failures become exit codes. */
@NullMarked
package dev.slipway.desk.cli;

import org.jspecify.annotations.NullMarked;
