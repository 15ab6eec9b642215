/** What an item of the bench is, and what it is given: clips, an engine and a folder to work in. */
@NullMarked
package dev.slipway.desk.bench.item;

import org.jspecify.annotations.NullMarked;
