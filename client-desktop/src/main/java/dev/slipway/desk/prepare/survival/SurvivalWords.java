package dev.slipway.desk.prepare.survival;

import dev.slipway.desk.language.Texts;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.protect.survival.SurvivalReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;

/** What the page says of one film's protection, in the chosen language. */
public final class SurvivalWords {
    private final Texts texts;
    private final SurvivalModel model;

    SurvivalWords(Texts texts, SurvivalModel model) {
        this.texts = texts;
        this.model = model;
    }

    /** Everything whose change may change the words. */
    public List<Observable> changes() {
        return List.of(model.survival(), texts.language());
    }

    /** Whether there is anything to say: not where no protection was asked for. */
    public boolean isEmpty() {
        return model.survival().get().equals(Survival.UNASKED);
    }

    public String title() {
        return texts.get("prepare.survival");
    }

    /** What came of it, where that is no warning. */
    public Optional<Saying> headline() {
        return pictures().flatMap(PictureWords::headline);
    }

    public List<Saying> warnings() {
        List<Saying> warnings = new ArrayList<>();
        pictures().ifPresent(words -> warnings.addAll(words.warnings()));
        Survival survival = model.survival().get();
        lost(survival.pictures(), "prepare.survival.lost").ifPresent(warnings::add);
        lost(survival.sound(), "prepare.survival.sound.lost").ifPresent(warnings::add);
        return warnings;
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        pictures().ifPresent(words -> lines.addAll(words.lines()));
        if (model.survival().get().sound() instanceof Finding.Known<SoundSurvival> known) {
            lines.addAll(new SoundWords(texts, known.report()).lines());
        }
        return lines;
    }

    public String caveatsTitle() {
        return texts.get("prepare.survival.caveats");
    }

    /** What nobody should conclude from the figures. */
    public List<String> caveats() {
        return pictures().map(PictureWords::caveats).orElse(List.of());
    }

    private Optional<PictureWords> pictures() {
        return model.survival().get().pictures() instanceof Finding.Known<SurvivalReport> known
                ? Optional.of(new PictureWords(texts, known.report()))
                : Optional.empty();
    }

    private Optional<Saying> lost(Finding<?> finding, String key) {
        return finding instanceof Finding.Unreadable<?> lost
                ? Optional.of(new Saying(texts.get(key), texts.get("prepare.survival.lost.exact", lost.file())))
                : Optional.empty();
    }
}
