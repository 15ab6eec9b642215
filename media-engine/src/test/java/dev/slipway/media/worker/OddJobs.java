package dev.slipway.media.worker;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import tools.jackson.databind.JsonNode;

/** A worker whose jobs behave as badly as real ones may. */
public final class OddJobs {
    private OddJobs() {}

    public static void main(String[] arguments) throws IOException {
        WorkerLoop.run(Map.of(
                "echo", (input, listener, cancellation) -> input,
                "load",
                        (input, listener, cancellation) ->
                                avutil.av_version_info().getString(),
                "noisy", OddJobs::noisy,
                "refuse", OddJobs::refuse,
                "hang", OddJobs::hang,
                "obey", OddJobs::obey,
                "leave", OddJobs::leave,
                "hog", OddJobs::hog,
                "read", (input, listener, cancellation) -> Files.readString(Path.of(input.asString())),
                "environment",
                        (input, listener, cancellation) ->
                                System.getenv().keySet().toString()));
    }

    static WorkerCommand command(Path natives, Sandbox sandbox) {
        return new WorkerCommand(OddJobs.class.getName(), natives, sandbox);
    }

    static <T> WorkerProcess.Job<T> job(String name, Object input, Class<T> result) {
        return new WorkerProcess.Job<>(name, input, result, List.of());
    }

    private static Object noisy(JsonNode input, ProgressListener listener, Cancellation cancellation)
            throws IOException {
        System.out.println("{\"event\":\"result\",\"value\":\"from Java\"}");
        FileOutputStream raw = new FileOutputStream(FileDescriptor.out);
        raw.write(
                "{\"event\":\"result\",\"value\":\"from native code\"}\nhalf a line".getBytes(StandardCharsets.UTF_8));
        return "the answer";
    }

    private static Object refuse(JsonNode input, ProgressListener listener, Cancellation cancellation) {
        throw new MediaException(ProblemCode.NOT_A_VIDEO, "This is not a video.");
    }

    /** Tells its process id as progress and then does nothing for ever. */
    private static Object hang(JsonNode input, ProgressListener listener, Cancellation cancellation) {
        tellPid(listener);
        await(new CountDownLatch(1));
        return "never";
    }

    private static Object obey(JsonNode input, ProgressListener listener, Cancellation cancellation) {
        tellPid(listener);
        while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
        }
        cancellation.throwIfCancelled();
        return "never";
    }

    private static Object leave(JsonNode input, ProgressListener listener, Cancellation cancellation) {
        System.err.println("I am leaving.");
        System.exit(7);
        return "never";
    }

    /** Takes native memory, touched, which Java's own heap limit does not see. */
    private static Object hog(JsonNode input, ProgressListener listener, Cancellation cancellation) {
        List<Object> held = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            BytePointer block = new BytePointer(16L << 20);
            Pointer.memset(block, 1, block.capacity());
            held.add(block);
        }
        await(new CountDownLatch(1));
        return held.size();
    }

    private static void tellPid(ProgressListener listener) {
        long pid = ProcessHandle.current().pid();
        listener.progress(new Progress(0, 0, 0, 0, Map.of("pid", pid)));
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
