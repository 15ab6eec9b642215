/** What the server that publications go to says of itself before anything is agreed: its price, the words it refuses. */
@NullMarked
package dev.slipway.desk.house;

import org.jspecify.annotations.NullMarked;
