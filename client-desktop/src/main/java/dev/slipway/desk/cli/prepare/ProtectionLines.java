package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.console.Console;
import dev.slipway.media.protect.survival.ReportTable;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.model.encoding.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The survival report for programs as one event and for people as a table. */
final class ProtectionLines {
    private ProtectionLines() {}

    static void tell(@Nullable SurvivalReport report, Console console) {
        if (report == null) {
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        Json.STRICT.valueToTree(report).forEachEntry(members::put);
        console.event("protection", members);
        ReportTable.lines(report).forEach(console::say);
    }
}
