/** Values as people write them on the command line, and what is said when one cannot be understood. */
@NullMarked
package dev.slipway.desk.cli.argument;

import org.jspecify.annotations.NullMarked;
