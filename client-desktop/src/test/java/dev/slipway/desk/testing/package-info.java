/** What the desk's tests stand on: a tiny engine, a server and a chain inside the test, a way to kill the desk. */
@NullMarked
package dev.slipway.desk.testing;

import org.jspecify.annotations.NullMarked;
