package dev.slipway.desk.prepare.making;

import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.draft.Preparation.Problem;
import dev.slipway.desk.language.Amounts;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.FileWords;
import dev.slipway.media.device.Devices;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Trial;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.StringBinding;

/** What the page and the job bar say of one preparation, in the chosen language. */
public final class PrepareWords {
    private final Texts texts;
    private final PrepareModel model;

    PrepareWords(Texts texts, PrepareModel model) {
        this.texts = texts;
        this.model = model;
    }

    /** A file: what it is for, its bare name and shape, and its size. */
    public record Row(String name, String exact, String size) {}

    /** Everything whose change may change a forecast's words. */
    public List<Observable> forecastChanges() {
        return List.of(model.forecast(), texts.language());
    }

    public List<Row> forecastRows() {
        if (!(model.forecast().get() instanceof Forecast.Known known)) {
            return List.of();
        }
        return known.outlook().outputs().stream()
                .map(output -> new Row(
                        FileWords.name(texts, output.path()),
                        output.path() + ", " + output.shape(),
                        texts.get("prepare.about", texts.amounts().bytes(output.bytes()))))
                .toList();
    }

    /** In one line: how much and how long; empty where nothing was asked. */
    public String forecast() {
        return switch (model.forecast().get()) {
            case Forecast.Unknown unknown -> "";
            case Forecast.Searching searching -> texts.get("prepare.forecast.searching");
            case Forecast.Known known -> forecast(known.outlook());
            case Forecast.Impossible impossible -> "";
        };
    }

    /** Why there can be no forecast, which is also why nothing could be made. */
    public Optional<Problem> impossible() {
        return model.forecast().get() instanceof Forecast.Impossible impossible
                ? Optional.of(impossible.problem())
                : Optional.empty();
    }

    public Optional<Problem> failure() {
        return model.state().get() instanceof MakingState.Failed failed
                ? Optional.of(failed.problem())
                : Optional.empty();
    }

    /** 42 %, 1.3 times as fast as it plays, 2 min 10 s left. */
    public StringBinding progress() {
        return texts.following(this::progressNow, model.state());
    }

    /** The outputs with what each holds so far. */
    public StringBinding outputs() {
        return texts.following(
                () -> model.state().get() instanceof MakingState.Running running ? outputs(running.progress()) : "",
                model.state());
    }

    public List<Row> finishedRows() {
        return model.finished().stream()
                .flatMap(finished -> finished.files().stream())
                .map(file -> new Row(
                        FileWords.name(texts, file.path()),
                        file.path(),
                        texts.amounts().bytes(file.bytes())))
                .toList();
    }

    /** What the sizes came to. */
    public String saved(Finished finished) {
        return new SizeWords(texts, finished).sentence();
    }

    /** What the engine told of how it went. */
    NoticeWords notices(Finished finished) {
        return new NoticeWords(texts, finished.notices());
    }

    public String took(Finished finished) {
        return texts.plural("prepare.files", finished.files().size())
                + ", "
                + texts.get("prepare.took", texts.amounts().duration(finished.seconds()));
    }

    /** The encoders that can be asked for here. */
    public List<String> encoders() {
        Catalogue catalogue = model.hardware().get();
        Stream<String> devices = catalogue == null
                ? Stream.of()
                : catalogue.trials().stream()
                        .filter(Trial::succeeded)
                        .map(trial -> trial.encoder().encoder());
        return Stream.concat(Stream.of("auto", "software"), devices).toList();
    }

    public Observable encoderChanges() {
        return model.hardware();
    }

    /** Who would encode with the wishes as they are. */
    public StringBinding encoderInUse() {
        return texts.following(
                this::encoderNow,
                model.hardware(),
                model.wishes().encoder(),
                model.wishes().compatible());
    }

    private String encoderNow() {
        Catalogue catalogue = model.hardware().get();
        String wished = model.wishes().encoder().get();
        if (catalogue == null) {
            return texts.get("prepare.encoder.searching");
        }
        if (!wished.equals("auto") && !wished.equals("software")) {
            return texts.get("prepare.encoder.device", wished);
        }
        Devices preferred = wished.equals("auto") ? catalogue.preferred() : Devices.none();
        List<String> names = preferred.encoders().stream()
                .map(chosen -> chosen.encoder().encoder())
                .toList();
        return names.isEmpty()
                ? texts.get("prepare.encoder.processor")
                : texts.get("prepare.encoder.device", String.join(", ", names));
    }

    private String forecast(Outlook outlook) {
        Amounts amounts = texts.amounts();
        return texts.get("prepare.forecast.words", amounts.bytes(outlook.bytes()), amounts.duration(outlook.seconds()));
    }

    private String progressNow() {
        Amounts amounts = texts.amounts();
        String percent = amounts.percent(model.state().get().done());
        return switch (model.state().get()) {
            case MakingState.Nothing nothing -> "";
            case MakingState.Waiting waiting -> texts.get("prepare.waiting");
            case MakingState.Running running -> running(running.progress(), percent);
            case MakingState.Paused paused -> texts.get("prepare.paused", percent);
            case MakingState.Failed failed -> texts.get("prepare.failed");
            case MakingState.Done done -> texts.get("prepare.done");
        };
    }

    private String running(Progress progress, String percent) {
        Amounts amounts = texts.amounts();
        List<String> parts = new ArrayList<>(List.of(percent));
        if (progress.speed() > 0) {
            parts.add(texts.get("prepare.speed", amounts.number("%.1f", progress.speed())));
        }
        if (progress.secondsLeft() > 0) {
            parts.add(texts.get("prepare.left", amounts.duration(progress.secondsLeft())));
        }
        return String.join(" · ", parts);
    }

    private String outputs(Progress progress) {
        return progress.outputBytes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(output -> output.getKey() + "  " + texts.amounts().bytes(output.getValue()))
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }
}
