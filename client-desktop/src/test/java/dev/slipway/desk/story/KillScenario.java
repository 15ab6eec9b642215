package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Publishes a clip, kills one process on the way, gives the same command again, and looks at what came of it. */
final class KillScenario {
    private static final Duration NOTICE = Duration.ofSeconds(20);

    private final Shipyard shipyard;

    KillScenario(Shipyard shipyard) {
        this.shipyard = shipyard;
    }

    /**
     * What happened.
     *
     * @param firstRun how the interrupted command ended, in words
     */
    record Outcome(Kill kill, String firstRun, BigInteger paid, int published) {
        String tableRow() {
            return "| " + kill.victim().words() + " | " + kill.moment() + " | " + firstRun + " | paid "
                    + paid.divide(Shipyard.PRICE) + " time, published " + published + " |";
        }
    }

    Outcome run(Kill kill) throws IOException, InterruptedException {
        Path folder = shipyard.folder();
        Path home = folder.resolve("home-" + kill);
        Path clip = TestClip.make(folder.resolve(kill + ".mp4"), 24, 20 * kill.ordinal());
        BigInteger paidBefore = shipyard.paid();
        int publishedBefore = shipyard.published();

        String firstRun;
        try (Launched desk = shipyard.publish(home, clip)) {
            desk.await(kill.moment(), Shipyard.PUBLISH, kill::isMoment);
            strike(kill, desk);
            firstRun = ending(kill, desk);
        }
        JsonNode published = publishAgain(home, clip);

        assertThat(published.get("publicationId").asString()).isNotEmpty();
        return new Outcome(
                kill, firstRun, shipyard.paid().subtract(paidBefore), shipyard.published() - publishedBefore);
    }

    private void strike(Kill kill, Launched desk) throws IOException, InterruptedException {
        switch (kill.victim()) {
            case DESK -> {
                Optional<ProcessHandle> worker = Kill.Victim.workerOf(desk);
                desk.kill();
                worker.ifPresent(KillScenario::assertEnds);
            }
            case ENGINE -> awaitWorker(desk).destroyForcibly();
            case CHECKER -> awaitWorker(shipyard.server()).destroyForcibly();
            case SERVER -> {
                shipyard.server().kill();
                shipyard.restartServer();
            }
        }
    }

    private String ending(Kill kill, Launched desk) throws InterruptedException {
        if (kill.victim() == Kill.Victim.DESK) {
            return "killed; no worker left behind";
        }
        int code = desk.exit(Shipyard.PUBLISH);
        return code == 0
                ? "went on by itself"
                : "ended with `" + desk.last().path("code").asString() + "`";
    }

    private JsonNode publishAgain(Path home, Path clip) throws IOException, InterruptedException {
        try (Launched desk = shipyard.publish(home, clip)) {
            assertThat(desk.exit(Shipyard.PUBLISH)).as(desk.told()).isZero();
            assertThat(Launched.isEvent(desk.last(), "published"))
                    .as(desk.told())
                    .isTrue();
            return desk.last();
        }
    }

    private static void assertEnds(ProcessHandle worker) {
        assertThat(worker.onExit().completeOnTimeout(worker, NOTICE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .as("the worker ends with its parent")
                .succeedsWithin(NOTICE.plusSeconds(1));
        assertThat(worker.isAlive()).as("the worker outlived its parent").isFalse();
    }

    private static ProcessHandle awaitWorker(Launched program) throws InterruptedException {
        long deadline = System.nanoTime() + NOTICE.toNanos();
        Optional<ProcessHandle> worker = Kill.Victim.workerOf(program);
        while (worker.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            worker = Kill.Victim.workerOf(program);
        }
        return worker.orElseThrow(() -> new AssertionError("no worker to kill; " + program.told()));
    }
}
