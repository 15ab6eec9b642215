package dev.slipway.desk.cli;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.instance.SingleInstance;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.problem.ProblemReference;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.store.SetAside;
import dev.slipway.desk.window.Trouble;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can go wrong before the window is there: said in a small window, in the log and, by whoever calls, in the terminal. */
final class DesktopStart {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopStart.class);

    private final Desk desk;
    private final Console console;
    private final Trouble trouble;

    DesktopStart(Desk desk, Console console, Trouble trouble) {
        this.desk = desk;
        this.console = console;
        this.trouble = trouble;
    }

    /** Becomes the folder's window; empty where another one is that, and has come to the front. */
    Optional<SingleInstance> claim(List<Path> videos) {
        try {
            return SingleInstance.claim(desk.home().folder(), videos);
        } catch (DeskException e) {
            throw told(e);
        }
    }

    /** The desk's library; a new one where the old one is damaged and the person wants that. */
    Database library() {
        Path file = desk.home().database();
        try {
            return Database.openChecked(file);
        } catch (DeskException e) {
            if (e.code() != ProblemCode.LIBRARY_DAMAGED) {
                throw told(e);
            }
            Path aside = SetAside.name(file, desk.clock().instant());
            note(e);
            if (!isNewOneWanted(e, aside)) {
                throw e;
            }
            SetAside.move(file, aside);
            LOG.warn("The damaged library is kept as {}", aside);
            console.say("A new library begins; the damaged one is kept as " + aside + ".");
            return Database.open(file);
        }
    }

    /** @return the same, for throwing it */
    private DeskException told(DeskException problem) {
        note(problem);
        try {
            trouble.tell(problem);
        } catch (DeskException noScreen) {
            // The terminal says it as well.
            problem.addSuppressed(noScreen);
        }
        return problem;
    }

    private boolean isNewOneWanted(DeskException problem, Path aside) {
        try {
            return trouble.askForNewLibrary(problem, String.valueOf(aside.getFileName()));
        } catch (DeskException noScreen) {
            problem.addSuppressed(noScreen);
            return false;
        }
    }

    private static void note(DeskException problem) {
        LOG.info("{}: {}", ProblemReference.of(problem), problem.getMessage(), problem);
    }
}
