package dev.slipway.desk.publication;

import dev.slipway.desk.details.DetailsModel;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftId;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.underway.LaunchModel;
import dev.slipway.desk.player.Cut;
import dev.slipway.desk.player.PlayerModel;
import dev.slipway.desk.prepare.making.PrepareModel;
import dev.slipway.desk.sidebyside.SideBySideModel;
import dev.slipway.desk.video.VideoModel;
import dev.slipway.desk.video.VideoState;
import dev.slipway.desk.video.VideoWords;
import dev.slipway.desk.viewers.ViewersModel;
import dev.slipway.model.text.PlainText;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** One publication: its sections, and what is said of it where many are shown. */
public final class PublicationModel {
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(this, "section", Section.VIDEO);
    private final DraftId id;
    private final HouseModel house;
    private final Texts texts;
    private final VideoModel video;
    private final DetailsModel details;
    private final PrepareModel prepare;
    private final PlayerModel player;
    private final SideBySideModel sideBySide;
    private final ViewersModel viewers;
    private final LaunchModel launch;
    private final ObjectProperty<Cut> cut;
    private final StringBinding title;
    private final StringBinding progress;
    private final StringBinding launched;
    private final StringBinding summary;

    public PublicationModel(Draft draft, Workplace workplace) {
        id = draft.id();
        house = workplace.house();
        texts = workplace.texts();
        video = new VideoModel(
                draft,
                workplace.engine(),
                workplace.drafts(),
                workplace.background(),
                workplace.looking(),
                workplace.folder(id).resolve("picture.jpg"));
        details = new DetailsModel(
                draft, workplace.drafts(), workplace.background(), workplace.author(), workplace.house());
        prepare = new PrepareModel(
                draft,
                workplace.folder(id).resolve("files"),
                texts,
                workplace.engine(),
                workplace.drafts(),
                workplace.background(),
                workplace.queue());
        player = new PlayerModel(
                draft.source(),
                workplace.folder(id).resolve("preview"),
                workplace.engine(),
                workplace.background(),
                workplace.clock());
        sideBySide = new SideBySideModel(
                draft.source(),
                workplace.folder(id).resolve("files"),
                workplace.folder(id).resolve("comparison"),
                prepare.wishes(),
                workplace.engine(),
                workplace.background());
        viewers = new ViewersModel(workplace.folder(id).resolve("files"), workplace.background());
        launch = new LaunchModel(
                id.toString(),
                workplace.folder(id),
                new LaunchModel.Cargo(
                        prepare::finished,
                        () -> details.isAcceptable() ? Optional.of(details.finished()) : Optional.empty()),
                texts,
                workplace.launches(),
                workplace.background());
        cut = new SimpleObjectProperty<>(
                this, "cut", Cut.of(prepare.wishes().trim().get()));
        cut.addListener((observable, before, now) -> prepare.wishes()
                .trim()
                .set(now.trim(player.duration().get() > 0 ? player.duration().get() : Long.MAX_VALUE)));
        title = texts.following(
                () -> details.title().get().isBlank()
                        ? fileName(draft.source())
                        : details.title().get(),
                details.title());
        progress = prepare.words().progress();
        launched = launch.words().summary();
        summary = texts.following(this::summarise, video.state(), prepare.kind(), progress, launched);
    }

    /** After a start: takes up the looking where it was. */
    public void goOn() {
        if (video.facts().isPresent()) {
            video.showPicture();
        } else {
            video.look();
        }
    }

    public DraftId id() {
        return id;
    }

    public Texts texts() {
        return texts;
    }

    /** What the server that it goes to says of itself. */
    public HouseModel house() {
        return house;
    }

    public VideoModel video() {
        return video;
    }

    public DetailsModel details() {
        return details;
    }

    public PrepareModel prepare() {
        return prepare;
    }

    public PlayerModel player() {
        return player;
    }

    /** One moment as it would be made. */
    public SideBySideModel sideBySide() {
        return sideBySide;
    }

    /** The finished film as viewers get it. */
    public ViewersModel viewers() {
        return viewers;
    }

    public LaunchModel launch() {
        return launch;
    }

    /** What of the film is published, as the player shows it; kept with the wishes. */
    public ObjectProperty<Cut> cut() {
        return cut;
    }

    /** The section that its page shows. */
    public ObjectProperty<Section> section() {
        return section;
    }

    /** Its title or, until it has one, its file's name. */
    public ObservableValue<String> title() {
        return title;
    }

    /** Where it stands, in a line. */
    public ObservableValue<String> summary() {
        return summary;
    }

    public ObjectBinding<SectionState> state(Section wanted) {
        return switch (wanted) {
            case VIDEO -> Bindings.createObjectBinding(this::videoState, video.state());
            case PREPARE -> Bindings.createObjectBinding(this::prepareState, prepare.kind(), video.state());
            case DETAILS ->
                Bindings.createObjectBinding(
                        this::detailsState,
                        details.violations(),
                        details.unkept(),
                        details.title(),
                        details.description(),
                        details.hashtags());
            case PAY ->
                Bindings.createObjectBinding(this::payState, launch.kind(), prepare.kind(), details.violations());
            case LAUNCH -> Bindings.createObjectBinding(this::launchState, launch.kind());
        };
    }

    private SectionState videoState() {
        return switch (video.state().get()) {
            case VideoState.Looking looking -> SectionState.RUNNING;
            case VideoState.Stopped stopped -> SectionState.EMPTY;
            case VideoState.Known known -> SectionState.DONE;
            case VideoState.Refused refused -> SectionState.NEEDS;
        };
    }

    private SectionState detailsState() {
        if (details.isEmpty()) {
            return SectionState.EMPTY;
        }
        return details.isAcceptable() && !details.unkept().get() ? SectionState.DONE : SectionState.NEEDS;
    }

    private SectionState prepareState() {
        return switch (prepare.kind().get()) {
            case NOTHING -> video.facts().isPresent() ? SectionState.READY : SectionState.EMPTY;
            case WAITING, RUNNING -> SectionState.RUNNING;
            case PAUSED, FAILED -> SectionState.NEEDS;
            case DONE -> SectionState.DONE;
        };
    }

    private SectionState payState() {
        return switch (launch.kind().get()) {
            case NOTHING ->
                prepare.finished().isPresent() && details.isAcceptable() ? SectionState.READY : SectionState.EMPTY;
            case PAYING -> SectionState.RUNNING;
            case ASKING, IN_BROWSER, ELSEWHERE, PAY_STOPPED -> SectionState.NEEDS;
            case PAID, LAUNCHING, LAUNCH_STOPPED, PUBLISHED -> SectionState.DONE;
        };
    }

    private SectionState launchState() {
        return switch (launch.kind().get()) {
            case NOTHING, PAYING, ASKING, IN_BROWSER, ELSEWHERE, PAY_STOPPED -> SectionState.EMPTY;
            case PAID -> SectionState.READY;
            case LAUNCHING -> SectionState.RUNNING;
            case LAUNCH_STOPPED -> SectionState.NEEDS;
            case PUBLISHED -> SectionState.DONE;
        };
    }

    private String summarise() {
        if (!launched.get().isEmpty()) {
            return launched.get();
        }
        return switch (prepare.kind().get()) {
            case NOTHING -> videoSummary();
            case WAITING, RUNNING, PAUSED, FAILED -> progress.get();
            case DONE -> prepare.finished().map(prepare.words()::saved).orElse("");
        };
    }

    private String videoSummary() {
        return switch (video.state().get()) {
            case VideoState.Looking looking ->
                texts.get("video.looking", texts.amounts().percent(looking.fraction()));
            case VideoState.Stopped stopped -> texts.get("video.stopped");
            case VideoState.Known known -> new VideoWords(texts, known.facts()).summary();
            case VideoState.Refused refused -> texts.get("video.refused");
        };
    }

    private static String fileName(Path source) {
        return PlainText.shown(String.valueOf(source.getFileName()));
    }
}
