package dev.slipway.desk.draft;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.details.DetailsModel;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.Describing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import javafx.beans.property.SimpleStringProperty;

/** A process of its own in which somebody types: each line of its input becomes the title. It is made to be killed. */
final class TypingProcess {
    private TypingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Database database = Database.open(Path.of(arguments[0]));
        Draft draft = Draft.of(Path.of("/videos/film.mp4"), Instant.EPOCH);
        new Drafts(database).insert(draft);
        DetailsModel model =
                Describing.of(draft, database, new SimpleStringProperty(""), new Background(Runnable::run));
        BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = keys.readLine(); line != null; line = keys.readLine()) {
            model.title().set(line);
            System.out.println("typed");
        }
    }
}
