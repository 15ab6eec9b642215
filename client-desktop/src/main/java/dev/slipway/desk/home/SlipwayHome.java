package dev.slipway.desk.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The desk's own folder: publish journals, the window's database, pinned servers and the
 * demo's data lie below it. */
public record SlipwayHome(Path folder) {

    /**
     * {@code SLIPWAY_HOME} where it is set, else the platform's place for application data: {@code XDG_DATA_HOME} or
     * {@code ~/.local/share} (XDG Base Directory Specification), {@code ~/Library/Application Support},
     * {@code %APPDATA%}.
     */
    public static SlipwayHome locate(Map<String, String> environment, String osName, Path userHome) {
        String chosen = environment.getOrDefault("SLIPWAY_HOME", "");
        if (!chosen.isBlank()) {
            return new SlipwayHome(Path.of(chosen).toAbsolutePath().normalize());
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return new SlipwayHome(userHome.resolve("Library/Application Support/Slipway"));
        }
        if (os.contains("windows")) {
            return new SlipwayHome(folderIn(environment, "APPDATA", userHome.resolve("AppData/Roaming"))
                    .resolve("Slipway"));
        }
        return new SlipwayHome(folderIn(environment, "XDG_DATA_HOME", userHome.resolve(".local/share"))
                .resolve("slipway"));
    }

    public static SlipwayHome ofThisMachine() {
        return locate(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    public Path publications() {
        return folder.resolve("publish");
    }

    public Path knownServers() {
        return folder.resolve("known_servers.json");
    }

    /** What was found out about this machine's hardware encoders. */
    public Path hardware() {
        return folder.resolve("hardware.json");
    }

    /** What video engines that ended badly said last. */
    public Path engineLog() {
        return folder.resolve("engine.log");
    }

    /** What went wrong in the window. */
    public Path deskLog() {
        return folder.resolve("desk.log");
    }

    /** What the window keeps. */
    public Path database() {
        return folder.resolve("desk.db");
    }

    /** The window's wallet: a sealed keystore. */
    public Path wallet() {
        return folder.resolve("wallet.json");
    }

    /** Work folders of the window's publications, named by their drafts. */
    public Path drafts() {
        return folder.resolve("drafts");
    }

    /** Avatars by their hashes. */
    public Path avatars() {
        return folder.resolve("avatars");
    }

    public Path demo() {
        return folder.resolve("demo");
    }

    /** Relative paths in the variable are to be ignored, says the XDG specification. */
    private static Path folderIn(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
