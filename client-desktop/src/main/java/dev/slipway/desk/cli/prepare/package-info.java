/** The command that prepares a film, what can be wished of its encoding, and the lines that tell of it. */
@NullMarked
package dev.slipway.desk.cli.prepare;

import org.jspecify.annotations.NullMarked;
