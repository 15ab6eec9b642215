package dev.slipway.media.encode.crew;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hands frames from one thread to another, a few at a time, so that a slow encoder holds its source back. */
public final class FrameQueue {
    private final int capacity;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ended;
    private boolean aborted;

    FrameQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Takes the frame over, also when it throws because the pipeline stops. */
    public void put(Frame frame) {
        lock.lock();
        try {
            while (frames.size() >= capacity && !aborted) {
                changed.awaitUninterruptibly();
            }
            if (aborted) {
                frame.close();
                throw new CancellationException("the pipeline stops");
            }
            frames.addLast(frame);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next frame, which is then the caller's, or null after the last. */
    @Nullable
    public Frame take() {
        lock.lock();
        try {
            while (frames.isEmpty() && !ended && !aborted) {
                changed.awaitUninterruptibly();
            }
            if (aborted) {
                throw new CancellationException("the pipeline stops");
            }
            Frame frame = frames.pollFirst();
            changed.signalAll();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /** No more frames will come. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes both sides with an exception and frees what is in between. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            frames.forEach(Frame::close);
            frames.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
