package dev.slipway.desk.publication;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.Poster;
import dev.slipway.desk.details.DetailsSection;
import dev.slipway.desk.house.HouseWords;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.launch.underway.LaunchSection;
import dev.slipway.desk.launch.underway.PaySection;
import dev.slipway.desk.player.PlayerSection;
import dev.slipway.desk.prepare.making.PrepareSection;
import dev.slipway.desk.profile.PictureChooser;
import dev.slipway.desk.sidebyside.SideBySideSection;
import dev.slipway.desk.video.VideoSection;
import dev.slipway.desk.viewers.ViewersSection;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One publication: its picture and sections at the side, the chosen section beside them. */
public final class PublicationPage extends BorderPane {
    private static final double POSTER_WIDTH = 264;

    private final PublicationModel model;
    private final Texts texts;
    private final Runnable wallet;
    private final PictureChooser pictures;

    /**
     * @param back leads to the library
     * @param remove forgets the publication
     * @param wallet leads to the wallet's page
     * @param pictures asks for an avatar
     */
    public PublicationPage(
            PublicationModel model, Runnable back, Runnable remove, Runnable wallet, PictureChooser pictures) {
        this.model = model;
        this.pictures = pictures;
        this.wallet = wallet;
        this.texts = model.texts();
        getStyleClass().add("publication");
        setTop(head(back, remove));
        setLeft(side());
        ScrollPane middle = new ScrollPane();
        middle.setFitToWidth(true);
        middle.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        middle.contentProperty().bind(model.section().map(this::section));
        middle.contentProperty().addListener(another -> middle.setVvalue(middle.getVmin()));
        setCenter(middle);
    }

    private Node head(Runnable back, Runnable remove) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        AskedOnce forget = new AskedOnce(
                new AskedOnce.Words(
                        texts.of("publication.remove"),
                        texts.of("publication.remove.question"),
                        texts.of("publication.keep")),
                Feather.TRASH_2,
                remove);
        // Its files are what was paid for, and are needed until the server has them.
        forget.disableProperty()
                .bind(model.launch()
                        .bound()
                        .and(Bindings.createBooleanBinding(
                                () -> model.launch().kind().get() != LaunchKind.PUBLISHED,
                                model.launch().kind())));
        HBox head = new HBox(
                Buttons.sign(texts.of("publication.back"), Feather.ARROW_LEFT, back),
                Labels.of(model.title(), "page-title"),
                gap,
                forget);
        head.getStyleClass().add("publication-head");
        return head;
    }

    private Node side() {
        VBox side = new VBox(new Poster(POSTER_WIDTH, PosterImage.of(model.video())));
        side.getStyleClass().add("publication-side");
        SectionList sections = new SectionList(model);
        VBox.setMargin(sections, new Insets(16, 0, 0, 0));
        side.getChildren().add(sections);
        return side;
    }

    private Node section(Section wanted) {
        Node content = switch (wanted) {
            case VIDEO -> new VideoSection(model.video(), this::player, texts);
            case PREPARE -> prepare();
            case DETAILS -> details();
            case PAY ->
                new PaySection(
                        model.launch(),
                        texts,
                        wallet,
                        model.prepare().kind(),
                        model.details().violations());
            case LAUNCH -> new LaunchSection(model.launch(), texts);
        };
        VBox around = new VBox(content);
        around.getStyleClass().add("publication-section");
        return around;
    }

    /** What was signed and paid for stays as it was signed. */
    private Node details() {
        DetailsSection details = new DetailsSection(model.details(), texts, pictures);
        details.disableProperty().bind(model.launch().bound());
        return details;
    }

    private Node player() {
        return new PlayerSection(
                model.player(),
                new PlayerSection.Choices(
                        model.cut(),
                        model.prepare().wishes().poster(),
                        model.prepare().busy().or(model.launch().bound())),
                texts);
    }

    /** At the player's picture or, where nobody has looked into the film, behind its beginning. */
    private Node sideBySide(long duration) {
        long seen = model.player().position().get();
        return new SideBySideSection(model.sideBySide(), seen > 0 ? seen : duration / 10, duration, texts);
    }

    /** What publishing it would cost, by what is to be left of it. */
    private ObservableValue<String> price(long duration) {
        return HouseWords.price(
                model.house(),
                model.cut().map(cut -> cut.lasts(duration)),
                model.prepare().bytes(),
                texts);
    }

    /** Before the video is known nothing can be made of it. */
    private Node prepare() {
        model.house().look();
        Following prepare = new Following(
                () -> List.of(model.video()
                        .facts()
                        .<Node>map(facts -> new PrepareSection(
                                model.prepare(),
                                new PrepareSection.Beside(
                                        price(facts.durationMicros()),
                                        model.launch().bound(),
                                        sideBySide(facts.durationMicros()),
                                        () -> new ViewersSection(model.viewers(), texts)),
                                texts))
                        .orElseGet(() -> Labels.wrapped(texts.of("prepare.first-video"), "muted"))),
                model.video().state());
        return prepare;
    }
}
