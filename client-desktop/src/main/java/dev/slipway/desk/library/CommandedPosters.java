package dev.slipway.desk.library;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.publication.Workplace;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posters of what the command line made, as files that the window can show; each is made once and named by the poster's
 * hash. To be used on the window's thread.
 */
final class CommandedPosters {
    private static final Logger LOG = LoggerFactory.getLogger(CommandedPosters.class);
    /** Far more than any poster has. */
    private static final long MOST_BYTES = 16 << 20;

    private final Map<Path, ReadOnlyObjectWrapper<@Nullable Path>> pictures = new HashMap<>();
    private final Workplace workplace;
    private final Path kept;

    CommandedPosters(Workplace workplace) {
        this.workplace = workplace;
        this.kept = workplace.folders().resolveSibling("posters");
    }

    /** A file with the publication's poster, null until there is one. */
    ReadOnlyObjectProperty<@Nullable Path> of(Begun publication) {
        return pictures.computeIfAbsent(publication.folder(), this::sought).getReadOnlyProperty();
    }

    /** Those that were not there are looked for again: the command may have made them since. */
    void again() {
        pictures.values().removeIf(picture -> picture.get() == null);
    }

    private ReadOnlyObjectWrapper<@Nullable Path> sought(Path folder) {
        ReadOnlyObjectWrapper<@Nullable Path> picture = new ReadOnlyObjectWrapper<>();
        workplace
                .background()
                .run(
                        () -> workplace.looking().inTurn(() -> shown(folder.resolve("poster.webp"))),
                        picture::set,
                        problem -> LOG.info("No poster of {}: {}", folder, problem.getMessage()));
        return picture;
    }

    /** Null where nothing was made yet, or where it was removed since. */
    private @Nullable Path shown(Path poster) {
        try {
            if (!Files.isRegularFile(poster) || Files.size(poster) > MOST_BYTES) {
                return null;
            }
            Path shown = kept.resolve(Hex.plain(Sha256.of(Files.readAllBytes(poster))) + ".png");
            if (!Files.exists(shown)) {
                workplace.engine().imageView(poster, shown, new CancelSignal());
            }
            return shown;
        } catch (IOException e) {
            LOG.info("No poster from {}: {}", poster, e.getMessage());
            return null;
        }
    }
}
