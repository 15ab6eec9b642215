/** The desk's database: one SQLite file in the desk's folder, shared with the command line. It holds no secrets. */
@NullMarked
package dev.slipway.desk.store;

import org.jspecify.annotations.NullMarked;
