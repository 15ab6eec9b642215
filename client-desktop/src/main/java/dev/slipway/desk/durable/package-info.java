/** Files that survive a kill at any moment: written whole or not at all, and only for their owner to read. */
@NullMarked
package dev.slipway.desk.durable;

import org.jspecify.annotations.NullMarked;
