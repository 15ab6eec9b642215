/** Makes, imports and opens wallet files. */
@NullMarked
package dev.slipway.desk.wallet;

import org.jspecify.annotations.NullMarked;
