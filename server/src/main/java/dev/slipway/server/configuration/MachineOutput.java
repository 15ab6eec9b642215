package dev.slipway.server.configuration;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object a line for the program that started this one (design, "Names that others rely on"). */
public final class MachineOutput {
    private final PrintStream out;

    public MachineOutput(PrintStream out) {
        this.out = out;
    }

    public void error(ProblemCode code, String message) {
        line(Map.of("code", code.code(), "message", message), "error");
    }

    public void ready(Map<String, String> addresses) {
        line(addresses, "ready");
    }

    /** @param deployed whom the contract pays and where it is */
    public void deployed(Map<String, String> deployed) {
        line(deployed, "deployed");
    }

    private void line(Map<String, String> members, String event) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("event", event);
        line.putAll(members);
        synchronized (out) {
            out.println(Json.STRICT.writeValueAsString(line));
            out.flush();
        }
    }
}
