/** The one place where the desk's parts are put together for its commands. */
@NullMarked
package dev.slipway.desk.cli.wiring;

import org.jspecify.annotations.NullMarked;
