package dev.slipway.media.encode;

import dev.slipway.media.plan.Size;
import java.util.function.LongPredicate;

/**
 * One output that is made from pictures.
 *
 * @param path the output's file name
 * @param size in which it wants its pictures
 * @param wants which pictures, by their number on the time line
 */
public record Lane(String path, Size size, LongPredicate wants, ChunkJob.Factory jobs) {}
