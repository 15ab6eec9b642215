package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.run.Outlook;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tells what a job will make and take, and how near that came. */
final class OutlookLines {
    private OutlookLines() {}

    /** @param people where the table goes */
    static void tell(Outlook outlook, Console console, Consumer<String> people) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outputs", outlook.outputs());
        members.put("forecastBytes", outlook.bytes());
        members.put("forecastSeconds", outlook.seconds());
        members.put("forecastCpuSeconds", outlook.cpuSeconds());
        members.put("memoryBytes", outlook.memoryBytes());
        members.put("basis", outlook.basis());
        if (outlook.quality() != null) {
            members.putAll(QualityMembers.of(outlook.quality()));
        }
        console.event("plan", members);
        people.accept(outlook.table());
    }

    static String compared(Prepared prepared) {
        return String.format(
                Locale.ROOT,
                "The forecast was %s in %s: the files came to %.0f %% and the time to %.0f %% of it.",
                Quantities.bytes(prepared.outlook().bytes()),
                Quantities.seconds(prepared.outlook().seconds()),
                100.0 * prepared.outputBytes() / Math.max(1, prepared.outlook().bytes()),
                100 * prepared.seconds() / Math.max(0.1, prepared.outlook().seconds()));
    }
}
