package dev.slipway.media.encode.lane;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.device.DeviceLostException;
import dev.slipway.media.plan.output.Size;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One output that is made from pictures.
 *
 * @param path the output's file name
 * @param size in which it wants its pictures
 * @param wants which pictures, by their number on the time line
 * @param chunks names each of its chunks in the store
 * @param substitute gives the lane that makes the same output when this one's device is lost; null where nothing can be
 *     lost. Called when all lanes stand still
 * @param bytes whether its chunks hold what the output will hold
 */
public record Lane(
        String path,
        Size size,
        LongPredicate wants,
        ChunkJob.Factory jobs,
        IntFunction<ChunkId> chunks,
        @Nullable Function<DeviceLostException, Lane> substitute,
        Bytes bytes) {

    /** What the bytes of a lane's chunks say of its output's size. */
    public enum Bytes {
        OF_THE_OUTPUT,
        /** Pictures that are yet to be packed, or what a first pass learnt. */
        OF_OTHER_WORK
    }

    public Lane(String path, Size size, LongPredicate wants, ChunkJob.Factory jobs, Bytes bytes) {
        this(path, size, wants, jobs, chunk -> new ChunkId(path, chunk), null, bytes);
    }
}
