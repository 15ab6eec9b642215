package dev.slipway.desk.publish;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.wording.Quantities;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the artifacts, unless an earlier run left them whole. */
final class PrepareStep {
    private final VideoEngine engine;
    private final PublishRequest request;
    private final Journal journal;
    private final Path folder;
    private final Steps steps;
    private final CancelSignal cancel;

    /** @param folder where the artifacts go */
    PrepareStep(
            VideoEngine engine,
            PublishRequest request,
            Journal journal,
            Path folder,
            Steps steps,
            CancelSignal cancel) {
        this.engine = engine;
        this.request = request;
        this.journal = journal;
        this.folder = folder;
        this.steps = steps;
        this.cancel = cancel;
    }

    PreparedFolder run() {
        steps.begin(Step.PREPARE);
        JournalEntry.@Nullable PreparedFacts before = journal.entry().prepared();
        if (before != null) {
            PreparedFolder earlier =
                    PreparedFolder.of(folder, Base64.getDecoder().decode(before.manifest()));
            if (earlier.isWhole() || journal.entry().mayBePaid()) {
                report(before, "done before: ");
                return earlier;
            }
        }
        return prepare();
    }

    private PreparedFolder prepare() {
        Prepared prepared = engine.prepare(
                new PrepareJob(request.source(), folder, request.options(), PrepareJob.Beginning.RESUMED),
                steps.engine(),
                cancel);
        PreparedFolder made = PreparedFolder.read(folder);
        JournalEntry.PreparedFacts facts = new JournalEntry.PreparedFacts(
                made.manifest().toBase64(),
                prepared.seconds(),
                prepared.cpuSeconds(),
                prepared.inputBytes(),
                prepared.outputBytes());
        journal.change(entry -> entry.withPrepared(facts));
        report(facts, made.artifacts().size() + " files, ");
        return made;
    }

    private void report(JournalEntry.PreparedFacts facts, String before) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("inputBytes", facts.inputBytes());
        told.put("outputBytes", facts.outputBytes());
        Double cpuSeconds = facts.cpuSeconds();
        if (cpuSeconds != null) {
            told.put("cpuSeconds", cpuSeconds);
        }
        steps.finish(before + Quantities.change(facts.inputBytes(), facts.outputBytes()), told);
    }
}
