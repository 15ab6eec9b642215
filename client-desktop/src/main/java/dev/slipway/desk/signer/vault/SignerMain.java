package dev.slipway.desk.signer.vault;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The signer process. Its one argument is how many seconds it stays open while nobody uses it; everything secret comes
 * over standard input. It ends at once, running nothing more, when it is locked, when standard input ends because the
 * window is gone, and when it was idle for too long.
 */
public final class SignerMain {
    /** Exit status after a lock, or when whoever asked is gone. */
    public static final int LOCKED = 0;
    /** Exit status after too long without use. */
    public static final int IDLE = 10;

    private SignerMain() {}

    public static void main(String[] arguments) {
        // Whatever a library prints must not stand between answers.
        PrintStream answers = System.out;
        System.setOut(System.err);
        Undumpable.make();
        IdleWatch idle = new IdleWatch(
                InstantSource.system(),
                Duration.ofSeconds(Long.parseLong(arguments[0])),
                () -> Runtime.getRuntime().halt(IDLE));
        idle.start();
        try {
            new SignerLoop(System.in, answers, new Vault(new SecureRandom()), idle).run();
        } catch (IOException e) {
            // Nobody listens any more: it ends as if it had been told to.
            Runtime.getRuntime().halt(LOCKED);
        }
        Runtime.getRuntime().halt(LOCKED);
    }
}
