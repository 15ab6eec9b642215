package dev.slipway.desk.publish;

import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.publish.journal.JournalEntry;
import dev.slipway.desk.wording.Quantities;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the artifacts, unless an earlier run left them whole. */
final class PrepareStep {
    private final Run run;

    PrepareStep(Run run) {
        this.run = run;
    }

    PreparedFolder run() {
        run.steps().begin(Step.PREPARE);
        JournalEntry.@Nullable PreparedFacts before = run.journal().entry().prepared();
        if (before != null) {
            PreparedFolder folder = PreparedFolder.of(
                    run.journal().prepared(), Base64.getDecoder().decode(before.manifest()));
            if (folder.isWhole() || run.journal().entry().payment() != null) {
                report(before, "done before: ");
                return folder;
            }
        }
        return prepare();
    }

    private PreparedFolder prepare() {
        Prepared prepared = run.bench()
                .engine()
                .prepare(
                        new PrepareJob(
                                run.request().source(),
                                run.journal().prepared(),
                                run.request().options(),
                                PrepareJob.Beginning.RESUMED),
                        run.steps().engine(),
                        run.cancel());
        PreparedFolder folder = PreparedFolder.read(run.journal().prepared());
        JournalEntry.PreparedFacts facts = new JournalEntry.PreparedFacts(
                folder.manifest().toBase64(),
                prepared.seconds(),
                prepared.cpuSeconds(),
                prepared.inputBytes(),
                prepared.outputBytes());
        run.journal().change(entry -> entry.withPrepared(facts));
        report(facts, folder.artifacts().size() + " files, ");
        return folder;
    }

    private void report(JournalEntry.PreparedFacts facts, String before) {
        run.steps()
                .finish(
                        before + Quantities.change(facts.inputBytes(), facts.outputBytes()),
                        Map.of(
                                "inputBytes", facts.inputBytes(),
                                "outputBytes", facts.outputBytes(),
                                "cpuSeconds", facts.cpuSeconds()));
    }
}
