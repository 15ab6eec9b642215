package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Progress as lines: for programs a few a second, for people a bar and one line for each finished step. */
public class ProgressLines implements LaunchListener {
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(250);
    /** A change of state is told at once, however soon after the last line. */
    private static final double WORTH_TELLING = 0.1;

    private final Console console;
    private final InstantSource clock;
    private Instant last = Instant.MIN;
    private @Nullable Step lastStep;
    private double lastFraction;

    public ProgressLines(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    /** Everything that a running job tells. */
    ProgressListener listener() {
        return new ProgressListener() {
            @Override
            public void progress(Progress progress) {
                engine(progress);
            }

            @Override
            public void notice(Notice notice) {
                ProgressLines.this.notice(notice);
            }

            @Override
            public void outlook(Outlook outlook) {
                OutlookLines.tell(outlook, console, console::say);
            }
        };
    }

    @Override
    public void notice(Notice notice) {
        console.event("notice", Map.of("code", notice.code(), "message", notice.words()));
        console.say("note: " + notice.words());
    }

    public void engine(Progress progress) {
        boolean isTimeKnown = progress.secondsLeft() > 0 || progress.fraction() >= 1;
        console.bar(progress.fraction(), isTimeKnown ? Quantities.seconds(progress.secondsLeft()) + " left" : "");
        if (isTime(progress.fraction())) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("fraction", progress.fraction());
            members.put("fps", progress.fps());
            members.put("speed", progress.speed());
            if (isTimeKnown) {
                members.put("secondsLeft", progress.secondsLeft());
            }
            members.put("outputBytes", progress.outputBytes());
            console.event("progress", members);
        }
    }

    @Override
    public void progress(Step step, double fraction, String words) {
        console.bar(fraction, step.words() + " " + words);
        boolean news = step != lastStep || fraction - lastFraction >= WORTH_TELLING;
        if (news || isTime(fraction)) {
            lastStep = step;
            lastFraction = fraction;
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("step", step.text());
            members.put("fraction", fraction);
            members.put("words", words);
            console.event("progress", members);
        }
    }

    @Override
    public void finished(StepReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("step", report.step().text());
        members.put("seconds", report.seconds());
        members.putAll(report.facts());
        console.event("step", members);
        console.say(String.format(
                "%-24s %8s  %s", report.step().words(), Quantities.seconds(report.seconds()), report.words()));
    }

    private boolean isTime(double fraction) {
        Instant now = clock.instant();
        if (fraction < 1 && now.isBefore(last == Instant.MIN ? last : last.plus(BETWEEN_EVENTS))) {
            return false;
        }
        last = now;
        return true;
    }
}
