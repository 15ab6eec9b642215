package dev.slipway.media.worker;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Outlook;
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
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import tools.jackson.databind.JsonNode;

/** A worker whose jobs behave as badly as real ones may. */
public final class OddJobs {
    private OddJobs() {}

    public static void main(String[] arguments) throws IOException {
        WorkerLoop.run(
                Map.ofEntries(
                        entry("echo", (input, listener) -> input),
                        entry(
                                "load",
                                (input, listener) -> avutil.av_version_info().getString()),
                        entry("noisy", OddJobs::noisy),
                        entry("refuse", OddJobs::refuse),
                        entry("hang", OddJobs::hang),
                        entry("stall", OddJobs::stall),
                        entry("ramble", OddJobs::ramble),
                        entry("exhaust", OddJobs::exhaust),
                        entry("leave", OddJobs::leave),
                        entry("hog", OddJobs::hog),
                        entry("read", (input, listener) -> Files.readString(Path.of(input.asString()))),
                        entry(
                                "environment",
                                (input, listener) -> System.getenv().keySet().toString())),
                Map.of("mute", OddJobs::mute));
    }

    /** A service that repeats the number it was given, and then says nothing for ever. */
    private static Consumer<JsonNode> mute(JsonNode input, Consumer<Object> answers) {
        for (int word = 0; word < input.asInt(); word++) {
            answers.accept(word);
        }
        return message -> {};
    }

    private static Map.Entry<String, WorkerJob> entry(String name, WorkerJob job) {
        return Map.entry(name, job);
    }

    static WorkerCommand command(Path natives, Sandbox sandbox) {
        return new WorkerCommand(OddJobs.class.getName(), natives, sandbox);
    }

    static <T> WorkerProcess.Job<T> job(String name, Object input, Class<T> result) {
        return new WorkerProcess.Job<>(name, input, result, List.of());
    }

    private static Object noisy(JsonNode input, ProgressListener listener) throws IOException {
        System.out.println("{\"event\":\"result\",\"value\":\"from Java\"}");
        FileOutputStream raw = new FileOutputStream(FileDescriptor.out);
        raw.write(
                "{\"event\":\"result\",\"value\":\"from native code\"}\nhalf a line".getBytes(StandardCharsets.UTF_8));
        return "the answer";
    }

    private static Object refuse(JsonNode input, ProgressListener listener) {
        throw new MediaException(ProblemCode.NOT_A_VIDEO, "This is not a video.");
    }

    /** Tells its process id as progress and then does nothing for ever, not without having said why. */
    private static Object hang(JsonNode input, ProgressListener listener) {
        System.err.println("waiting for a device");
        tellPid(listener);
        await(new CountDownLatch(1));
        return "never";
    }

    /** Stops in the middle of its pictures. */
    private static Object stall(JsonNode input, ProgressListener listener) {
        listener.progress(new Progress(0.5, 0, 0, 0, Map.of()));
        await(new CountDownLatch(1));
        return "never";
    }

    private static Object leave(JsonNode input, ProgressListener listener) {
        System.err.println("I am leaving.");
        System.exit(7);
        return "never";
    }

    /** Has more to say than anybody listens to. */
    private static Object ramble(JsonNode input, ProgressListener listener) {
        return "x".repeat(65 << 20);
    }

    /** Takes more of Java's own heap than it may. */
    private static Object exhaust(JsonNode input, ProgressListener listener) {
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            held.add(new byte[16 << 20]);
        }
        return held.size();
    }

    /**
     * Takes native memory, touched, which Java's own heap limit does not see.
     *
     * @param input the real memory that it promises to keep to, or nothing
     */
    private static Object hog(JsonNode input, ProgressListener listener) {
        if (!input.asString().isEmpty()) {
            listener.outlook(new Outlook("", List.of(), 0, 0, 0, Long.parseLong(input.asString()), "", null));
        }
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
