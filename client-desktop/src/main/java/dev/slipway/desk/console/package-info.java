/** What the command line says: JSON for programs on standard output, words for people on standard error. */
@NullMarked
package dev.slipway.desk.console;

import org.jspecify.annotations.NullMarked;
