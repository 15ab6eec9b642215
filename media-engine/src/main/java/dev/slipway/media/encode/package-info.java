/**
 * The pipeline: one demux and one decode feed every output. Each output has a thread, a filter graph and an encoder of
 * its own behind a bounded queue; pictures are scaled in cascade, each size from the next larger one.
 */
@NullMarked
package dev.slipway.media.encode;

import org.jspecify.annotations.NullMarked;
