package dev.slipway.desk.cli;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.home.SlipwayHome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Entry point of {@code slipway}. Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled with Ctrl-C. */
public final class Main {
    private static final int GRACE_SECONDS = 8;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        CancelSignal cancel = new CancelSignal();
        CountDownLatch finished = new CountDownLatch(1);
        // The virtual machine ends by itself with 130 after a Ctrl-C; the hook only lets the command clean up first.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (finished.getCount() > 0) {
                cancel.cancel();
                await(finished);
            }
        }));
        Console console = new Console(out, err, audience(arguments), screen());
        int code = run(console, cancel, arguments);
        finished.countDown();
        if (!cancel.isCancelled()) {
            System.exit(code);
        }
    }

    /** The process boundary: whatever else comes up here is reported before it ends the process. */
    private static int run(Console console, CancelSignal cancel, String... arguments) {
        try {
            Desk desk = Desk.of(SlipwayHome.ofThisMachine(), cancel);
            return new CommandLineTool(desk, console).run(arguments);
        } catch (RuntimeException | Error e) {
            return CommandLineTool.unexpected(console, e);
        }
    }

    private static Console.Audience audience(String... arguments) {
        return Arrays.asList(arguments).contains("--json") ? Console.Audience.PROGRAMS : Console.Audience.PEOPLE;
    }

    /** The launcher looks: Java cannot tell whether standard error alone is a terminal. */
    private static Console.Screen screen() {
        return Boolean.getBoolean("slipway.terminal") ? Console.Screen.TERMINAL : Console.Screen.LOG;
    }

    private static void await(CountDownLatch finished) {
        try {
            if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Some work did not end in time and was cut off.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever the platform's locale says: JSON is UTF-8 and titles are in any script. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
