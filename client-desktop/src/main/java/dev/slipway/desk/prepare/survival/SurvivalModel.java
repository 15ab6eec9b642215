package dev.slipway.desk.prepare.survival;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.language.Texts;
import dev.slipway.media.protect.survival.SurvivalReport;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is left of one film's protection. To be used on the window's thread. */
public final class SurvivalModel {
    private final ReadOnlyObjectWrapper<Survival> survival =
            new ReadOnlyObjectWrapper<>(this, "survival", Survival.UNASKED);
    private final KeptReports reports;
    private final Background background;
    private final SurvivalWords words;
    private int looks;

    /** @param folder with the finished files */
    public SurvivalModel(Path folder, Texts texts, Background background) {
        reports = new KeptReports(folder);
        words = new SurvivalWords(texts, this);
        this.background = background;
    }

    /** Reads what lies beside the finished files; the answer to an earlier look no longer counts. */
    public void look() {
        int look = ++looks;
        survival.set(Survival.UNASKED);
        background.run(
                reports::read,
                found -> answer(look, found),
                problem -> answer(
                        look,
                        new Survival(new Finding.Unreadable<>(SurvivalReport.FILE_NAME), new Finding.Unasked<>())));
    }

    public SurvivalWords words() {
        return words;
    }

    ReadOnlyObjectProperty<Survival> survival() {
        return survival.getReadOnlyProperty();
    }

    private void answer(int look, Survival found) {
        if (look == looks) {
            survival.set(found);
        }
    }
}
