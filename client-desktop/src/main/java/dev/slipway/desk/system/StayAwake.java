package dev.slipway.desk.system;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the machine from falling asleep while it works: on Linux by logind's inhibitor lock, on macOS by
 * {@code caffeinate}, on Windows by {@code SetThreadExecutionState}; the latter two could not be tried where this was
 * written. Each ends with this process at the latest. To be used by one thread at a time; its methods block for no longer
 * than a program takes to start or to end.
 */
public final class StayAwake implements AutoCloseable {
    private final List<String> command;
    private @Nullable Process holding;

    public StayAwake(OperatingSystem system, String why) {
        this(commandFor(system, why, ProcessHandle.current().pid()));
    }

    /** @param command keeps the machine awake until its standard input ends */
    StayAwake(List<String> command) {
        this.command = List.copyOf(command);
    }

    static List<String> commandFor(OperatingSystem system, String why, long pid) {
        return switch (system) {
            case LINUX ->
                List.of("systemd-inhibit", "--what=idle:sleep", "--who=Slipway", "--why=" + why, "--mode=block", "cat");
            case MAC -> List.of("caffeinate", "-i", "-w", Long.toString(pid));
            case WINDOWS -> List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS_SCRIPT);
        };
    }

    /** ES_CONTINUOUS and ES_SYSTEM_REQUIRED, until nothing more is to be read. */
    private static final String WINDOWS_SCRIPT = "$f = Add-Type -Name Power -Namespace Slipway -PassThru"
            + " -MemberDefinition '[DllImport(\"kernel32.dll\")] public static extern uint SetThreadExecutionState(uint f);';"
            + " [void]$f::SetThreadExecutionState(2147483649); [void][Console]::In.ReadToEnd()";

    /** From now on; nothing changes where it holds already. */
    public void begin() {
        Process running = holding;
        if (running == null || !running.isAlive()) {
            holding = SystemCommand.start(command, Map.of()).orElse(null);
        }
    }

    /** From now on it may sleep again. */
    public void end() {
        Process running = holding;
        holding = null;
        if (running != null) {
            try {
                running.getOutputStream().close();
            } catch (IOException e) {
                // Then it is not there any more, which is what is wanted.
                running.destroy();
            }
            running.destroy();
        }
    }

    @Override
    public void close() {
        end();
    }
}
