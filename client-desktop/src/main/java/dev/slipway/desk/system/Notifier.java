package dev.slipway.desk.system;

import java.util.List;
import java.util.Map;

/**
 * Notifications of the desktop: on Linux by {@code notify-send} (Desktop Notifications Specification), on macOS by
 * AppleScript, on Windows by a balloon. The latter two could not be tried where this was written. Blocks for no longer
 * than a program takes to start.
 */
public record Notifier(OperatingSystem system) {
    private static final String TITLE = "SLIPWAY_NOTICE_TITLE";
    private static final String WORDS = "SLIPWAY_NOTICE_WORDS";

    /** Words are never part of a script: titles of videos can be anything. */
    private static final String BALLOON = "Add-Type -AssemblyName System.Windows.Forms, System.Drawing;"
            + " $n = New-Object System.Windows.Forms.NotifyIcon;"
            + " $n.Icon = [System.Drawing.SystemIcons]::Information; $n.Visible = $true;"
            + " $n.ShowBalloonTip(10000, $env:" + TITLE + ", $env:" + WORDS + ", 'None');"
            + " Start-Sleep -Seconds 10; $n.Dispose()";

    public void tell(String title, String words) {
        SystemCommand.start(commandFor(title, words), Map.of(TITLE, title, WORDS, words));
    }

    List<String> commandFor(String title, String words) {
        return switch (system) {
            case LINUX -> List.of("notify-send", "--app-name=Slipway", "--", title, words);
            case MAC ->
                List.of(
                        "osascript",
                        "-e",
                        "on run argv",
                        "-e",
                        "display notification (item 2 of argv) with title (item 1 of argv)",
                        "-e",
                        "end run",
                        title,
                        words);
            case WINDOWS -> List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", BALLOON);
        };
    }
}
