package dev.slipway.desk.console;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two streams of a command. Safe for use by several threads; a line is never torn. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Audience audience;
    private final ProgressBar bar;

    /** Whom standard output is for. */
    public enum Audience {
        PEOPLE,
        PROGRAMS
    }

    /** What standard error is. */
    public enum Screen {
        /** Lines can be written over. */
        TERMINAL,
        /** A file or a pipe: nothing is drawn. */
        LOG
    }

    public Console(PrintStream out, PrintStream err, Audience audience, Screen screen) {
        this.out = out;
        this.err = err;
        this.audience = audience;
        this.bar = new ProgressBar(err, screen);
    }

    /** A result for people: what they would want to pipe on. Silent with {@code --json}. */
    public synchronized void result(String line) {
        if (audience == Audience.PEOPLE) {
            bar.clear();
            out.println(line);
            out.flush();
        }
    }

    /** Something on the way, for people. */
    public synchronized void say(String line) {
        bar.clear();
        err.println(line);
        err.flush();
    }

    /** Draws a bar on a terminal; says nothing elsewhere. */
    public synchronized void bar(double fraction, String words) {
        bar.draw(fraction, words);
    }

    /** An event for programs: a line {@code {"event": …}}. Silent without {@code --json}. */
    public void event(String event, Map<String, ?> members) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.putAll(members);
        json(line);
    }

    /** A value as one line for programs. */
    public synchronized void json(Object value) {
        if (audience == Audience.PROGRAMS) {
            out.println(Json.STRICT.writeValueAsString(value));
            out.flush();
        }
    }

    public void failure(ProblemCode code, String message) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", code.code());
        members.put("message", message);
        event("error", members);
        say(message);
    }

    public boolean isForPrograms() {
        return audience == Audience.PROGRAMS;
    }
}
