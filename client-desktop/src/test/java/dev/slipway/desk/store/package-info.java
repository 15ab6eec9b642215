/** The desk's database as it survives. */
@NullMarked
package dev.slipway.desk.store;

import org.jspecify.annotations.NullMarked;
