package dev.slipway.media.worker;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.SoundPiece;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The worker's side. One line on standard input names the job; the end of standard input means that the caller is gone,
 * and the worker with it, at once. Answers are lines of JSON on standard output.
 */
public final class WorkerLoop {
    /** The longest answer is the index of a film of many hours. */
    static final int ANSWER_BYTES = 64 << 20;

    private static final int ORPHANED = 70;

    private final Map<String, WorkerJob> jobs;
    private final Map<String, WorkerService> services;
    private final PrintStream answers;

    private WorkerLoop(Map<String, WorkerJob> jobs, Map<String, WorkerService> services, PrintStream answers) {
        this.jobs = Map.copyOf(jobs);
        this.services = Map.copyOf(services);
        this.answers = answers;
    }

    /** For programs without services. */
    public static void run(Map<String, WorkerJob> jobs) throws IOException {
        run(jobs, Map.of());
    }

    /**
     * Runs one job and returns, or serves until the caller is gone; an exception that is no answer goes on to the caller,
     * who lets the JVM report it.
     */
    public static void run(Map<String, WorkerJob> jobs, Map<String, WorkerService> services) throws IOException {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        new WorkerLoop(jobs, services, answers).run();
    }

    private void run() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line == null) {
            return;
        }
        JobRequest request = Json.STRICT.readValue(line, JobRequest.class);
        WorkerService service = services.get(request.job());
        if (service != null) {
            serve(service, request, in);
            return;
        }
        WorkerJob job = jobs.get(request.job());
        if (job == null) {
            throw new IllegalArgumentException("there is no job " + request.job());
        }
        Thread.ofPlatform().name("caller").daemon().start(() -> endWithTheCaller(in));
        say(request, new WorkerMessage.Begun());
        say(request, answer(job, request));
    }

    /** Until the caller is gone. */
    private void serve(WorkerService service, JobRequest request, BufferedReader in) throws IOException {
        say(request, new WorkerMessage.Begun());
        Consumer<JsonNode> messages = service.start(
                request.arguments(), told -> say(request, new WorkerMessage.Told(Json.STRICT.valueToTree(told))));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            messages.accept(Json.STRICT.readTree(line));
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private WorkerMessage answer(WorkerJob job, JobRequest request) throws IOException {
        try {
            Object result = job.run(request.arguments(), new Teller(request));
            return new WorkerMessage.Result(Json.STRICT.valueToTree(result));
        } catch (MediaException e) {
            e.printStackTrace(); // to standard error, which is the log that the caller keeps
            return new WorkerMessage.Failure(e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** Passes on what the job has to tell while it runs. */
    private final class Teller implements ProgressListener {
        private final JobRequest request;

        private Teller(JobRequest request) {
            this.request = request;
        }

        @Override
        public void progress(Progress progress) {
            say(request, new WorkerMessage.Advanced(progress));
        }

        @Override
        public void notice(Notice notice) {
            say(request, new WorkerMessage.Noticed(notice));
        }

        @Override
        public void outlook(Outlook outlook) {
            say(request, new WorkerMessage.Planned(outlook));
        }

        @Override
        public void sound(SoundPiece piece) {
            say(request, new WorkerMessage.Sounded(piece));
        }
    }

    /** Native code may have left a line unfinished on the same stream, so every answer begins a new one. */
    private synchronized void say(JobRequest request, WorkerMessage message) {
        byte[] json = Json.STRICT.writeValueAsBytes(message);
        if (json.length > ANSWER_BYTES - request.token().length()) {
            json = Json.STRICT.writeValueAsBytes(tooLong(json.length));
        }
        answers.print("\n" + request.token());
        answers.write(json, 0, json.length);
        answers.print("\n");
        answers.flush();
    }

    private static WorkerMessage tooLong(int length) {
        return new WorkerMessage.Failure(
                ProblemCode.ENCODE_FAILED,
                "What there is to say about this video takes %d MB, and %d MB is the most. Cut it into shorter films."
                        .formatted(Math.ceilDiv(length, 1 << 20), ANSWER_BYTES >> 20));
    }

    private static void endWithTheCaller(BufferedReader in) {
        try {
            in.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            e.printStackTrace(); // as above; the caller may still read it while it ends
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
