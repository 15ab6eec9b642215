package dev.slipway.desk.window;

import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.launch.underway.LaunchModel;
import dev.slipway.desk.prepare.EngineLog;
import dev.slipway.desk.prepare.WorkerEngine;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.wallet.page.WalletModel;
import dev.slipway.desk.wallet.page.WalletState;
import dev.slipway.media.MediaEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The window in a process of its own, and a person before it who does whatever comes next until the film is published.
 * Each new moment is a line on standard output. It is made to be killed, and started again.
 */
final class WindowRobot {
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;
    private static final double WELL_BEGUN = 0.3;

    private final DeskUnderTest desk;
    private final Path film;
    private final String password;
    private @Nullable LaunchKind seen;

    private WindowRobot(DeskUnderTest desk, Path film, String password) {
        this.desk = desk;
        this.film = film;
        this.password = password;
    }

    /** Its folder, with settings and wallet, the film, and the wallet's password. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        HeadlessWindow.start();
        WorkerEngine engine = new WorkerEngine(
                MediaEngine.standard(),
                home.resolve("hardware.json"),
                new EngineLog(home.resolve("engine.log"), InstantSource.system()));
        DeskUnderTest desk =
                HeadlessWindow.onUiThread(() -> DeskUnderTest.whole(home, engine, HeadlessWindow.ui(), opened -> {
                    throw new AssertionError("no page is needed");
                }));
        try (desk;
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            new WindowRobot(desk, Path.of(arguments[1]), arguments[2]).work();
        }
        System.exit(0);
    }

    private void work() {
        String told = "";
        while (!told.startsWith("published")) {
            String moment = HeadlessWindow.onUiThread(this::next);
            if (!moment.equals(told)) {
                System.out.println(moment);
                told = moment;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    /** Does what comes next and says where that leads. */
    private String next() {
        if (desk.model().library().publications().isEmpty()) {
            desk.model().library().add(List.of(film));
            return "dropped";
        }
        PublicationModel publication = desk.model().library().publications().getFirst();
        if (publication.video().facts().isEmpty()) {
            publication.video().look();
            return "looked into";
        }
        if (publication.details().title().get().isEmpty()) {
            publication.details().title().set("Street, early");
            publication.details().addHashtags("street");
            return "described";
        }
        return publication.prepare().finished().isPresent() ? launch(publication.launch()) : prepare(publication);
    }

    private String prepare(PublicationModel publication) {
        return switch (publication.prepare().kind().get()) {
            case NOTHING, PAUSED, FAILED -> {
                publication.prepare().wishes().recipe().set("fast");
                publication.prepare().wishes().encoder().set("software");
                publication.prepare().start();
                yield "preparation begun";
            }
            default -> publication.prepare().fraction().get() > WELL_BEGUN ? "well into the preparation" : "preparing";
        };
    }

    /** What needs a person is seen for a moment before it is done. */
    private String launch(LaunchModel launch) {
        LaunchKind kind = launch.kind().get();
        boolean first = kind != seen;
        seen = kind;
        return switch (kind) {
            case PAYING, LAUNCHING -> launch.words().summary().get().split(" · ")[0];
            case ASKING -> first ? "asked to sign" : agreed(launch);
            case PAID -> first ? "paid" : saved(launch);
            case PUBLISHED -> "published";
            case NOTHING -> first ? "prepared" : paying(launch);
            case PAY_STOPPED -> paying(launch);
            case LAUNCH_STOPPED -> saved(launch);
            case IN_BROWSER, ELSEWHERE -> throw new AssertionError("the desk's own wallet pays");
        };
    }

    private String paying(LaunchModel launch) {
        WalletModel wallet = desk.model().wallet();
        if (wallet.state().get() instanceof WalletState.Unlocked) {
            launch.pay();
            return "pay pressed";
        }
        switch (wallet.state().get()) {
            case WalletState.Unknown unknown -> wallet.look();
            case WalletState.Locked locked -> wallet.unlock(Secret.of(password));
            default -> {
                // It is being unlocked.
            }
        }
        return "unlocking";
    }

    private static String agreed(LaunchModel launch) {
        launch.answer(LaunchModel.Answer.AGREED);
        return "agreed";
    }

    private static String saved(LaunchModel launch) {
        launch.save();
        return "save pressed";
    }
}
