package dev.slipway.desk.story;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which process dies, and when: as the desk says it begins a step, or is some way into it. */
enum Kill {
    DESK_READING(Victim.DESK, "read", 0),
    DESK_PREPARING(Victim.DESK, "prepare", 0),
    DESK_MID_PREPARE(Victim.DESK, "prepare", 0.4),
    DESK_AGREEING(Victim.DESK, "agree", 0),
    DESK_PAYING(Victim.DESK, "pay", 0),
    DESK_UPLOADING(Victim.DESK, "upload", 0),
    DESK_AWAITING(Victim.DESK, "verify", 0),
    ENGINE_MID_PREPARE(Victim.ENGINE, "prepare", 0.4),
    SERVER_PREPARING(Victim.SERVER, "prepare", 0),
    SERVER_AGREEING(Victim.SERVER, "agree", 0),
    SERVER_PAYING(Victim.SERVER, "pay", 0),
    SERVER_UPLOADING(Victim.SERVER, "upload", 0),
    SERVER_VERIFYING(Victim.SERVER, "verify", 0),
    CHECKER_VERIFYING(Victim.CHECKER, "verify", 0);

    /** The process that gets SIGKILL. */
    enum Victim {
        DESK("the desk"),
        ENGINE("the desk's engine worker"),
        SERVER("the server"),
        CHECKER("the server's check worker");

        private final String words;

        Victim(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** The worker below a program, told by its main class. */
        static Optional<ProcessHandle> workerOf(Launched program) {
            return program.handle()
                    .descendants()
                    .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
                    // The one that runs Java, not a sandbox around it.
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .findFirst();
        }
    }

    private final Victim victim;
    private final String step;
    private final double fraction;

    Kill(Victim victim, String step, double fraction) {
        this.victim = victim;
        this.step = step;
        this.fraction = fraction;
    }

    Victim victim() {
        return victim;
    }

    /** Whether this line of the desk says that the moment has come. */
    boolean isMoment(JsonNode line) {
        return Launched.isEvent(line, "progress")
                && step.equals(line.path("step").asString(""))
                && line.path("fraction").asDouble(-1) >= fraction;
    }

    String moment() {
        return fraction == 0
                ? "at the start of " + step
                : String.format(Locale.ROOT, "at %d %% of %s", Math.round(fraction * 100), step);
    }
}
