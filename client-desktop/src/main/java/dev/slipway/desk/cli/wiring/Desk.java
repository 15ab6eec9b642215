package dev.slipway.desk.cli.wiring;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.home.SlipwayHome;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.prepare.EngineLog;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.prepare.WorkerEngine;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.publish.Workbench;
import dev.slipway.desk.system.OperatingSystem;
import dev.slipway.desk.system.StayAwake;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.media.MediaEngine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;

/** The parts that the commands share, put together once. */
public record Desk(
        SlipwayHome home,
        CancelSignal cancel,
        VideoEngine engine,
        OkHttpClient http,
        InstantSource clock,
        SecureRandom random) {

    public static Desk of(SlipwayHome home, CancelSignal cancel) {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60))
                .followRedirects(false)
                .build();
        cancel.onCancel(() -> http.dispatcher().cancelAll());
        return new Desk(
                home,
                cancel,
                new WorkerEngine(
                        MediaEngine.standard(), home.hardware(), new EngineLog(home.engineLog(), Clock.systemUTC())),
                http,
                Clock.systemUTC(),
                new SecureRandom());
    }

    /** Keeps the machine from falling asleep until it is closed, or until this process ends. */
    public StayAwake awake() {
        StayAwake awake = new StayAwake(OperatingSystem.ofThisMachine(), "A video is being prepared or published");
        awake.begin();
        return awake;
    }

    /** The launcher says where; a packaged desk has it beside its own libraries. */
    public static Path serverJar() {
        return Path.of(System.getProperty("slipway.server.jar", "server/target/slipway-server.jar"))
                .toAbsolutePath();
    }

    public Workbench workbench() {
        return new Workbench(engine, home.publications(), dock());
    }

    public Dock dock() {
        return new Dock(
                http,
                journals(),
                home.publications(),
                new KnownServers(home.knownServers()),
                new AvatarStore(home.avatars()),
                clock,
                random);
    }

    public Journals journals() {
        return new Journals(home.database(), clock);
    }
}
