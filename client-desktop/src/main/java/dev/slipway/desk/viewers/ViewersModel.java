package dev.slipway.desk.viewers;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One publication's finished film in a player of viewers' kind. To be used on the window's thread. */
public final class ViewersModel {
    private final ReadOnlyObjectWrapper<ViewersState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new ViewersState.Closed());
    private final Path files;
    private final Background background;
    private volatile @Nullable FilmDoor door;
    private int openings;

    /** @param files where the publication's finished files are */
    public ViewersModel(Path files, Background background) {
        this.files = files;
        this.background = background;
    }

    public ReadOnlyObjectProperty<ViewersState> state() {
        return state.getReadOnlyProperty();
    }

    public void open() {
        close();
        int opening = openings;
        state.set(new ViewersState.Opening());
        background.run(this::door, found -> opened(opening, found), problem -> {
            if (opening == openings) {
                state.set(new ViewersState.Failed(problem));
            }
        });
    }

    private Optional<FilmDoor> door() {
        try {
            Optional<FinishedFilm> film = FinishedFilm.in(files);
            return film.isPresent() ? Optional.of(FilmDoor.open(film.get(), new SecureRandom())) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new DeskException(
                    ProblemCode.FILE_CHANGED,
                    "The finished files in " + files + " cannot be read: " + e.getMessage()
                            + ". Prepare the video again.",
                    e);
        }
    }

    private void opened(int opening, Optional<FilmDoor> found) {
        if (opening != openings) {
            found.ifPresent(late -> background.run(late::close));
        } else if (found.isEmpty()) {
            state.set(new ViewersState.NotMade());
        } else {
            door = found.get();
            state.set(new ViewersState.Open(found.get().link()));
        }
    }

    /** The player said that it cannot. */
    void cannotPlay(String reason) {
        close();
        state.set(new ViewersState.NoPlayer(reason));
    }

    public void close() {
        openings++;
        FilmDoor open = door;
        door = null;
        if (open != null) {
            background.run(open::close);
        }
        state.set(new ViewersState.Closed());
    }

    /** May be called on any thread. */
    public void halt() {
        FilmDoor open = door;
        if (open != null) {
            open.close();
        }
    }
}
