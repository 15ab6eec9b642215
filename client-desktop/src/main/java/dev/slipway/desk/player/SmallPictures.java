package dev.slipway.desk.player;

import dev.slipway.media.preview.PreviewEvent;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a worker tells of a film in small: its strip and the posters on offer. */
final class SmallPictures {
    private final ObservableList<StripPicture> strip = FXCollections.observableArrayList();
    private final ObservableList<OfferedPoster> posters = FXCollections.observableArrayList();
    private int stripCount;

    ObservableList<StripPicture> strip() {
        return strip;
    }

    ObservableList<OfferedPoster> posters() {
        return posters;
    }

    /** How many pictures the strip has. */
    int stripCount() {
        return stripCount;
    }

    void wantStrip(int count) {
        stripCount = count;
        strip.clear();
    }

    /** Of a strip of another length is what was asked for before. */
    void told(PreviewEvent.Strip told) {
        if (told.count() == stripCount) {
            strip.add(new StripPicture(told.index(), told.count(), told.jpeg()));
        }
    }

    void told(PreviewEvent.Posters told) {
        posters.setAll(told.best().stream()
                .map(poster -> new OfferedPoster(poster.micros(), poster.jpeg()))
                .toList());
    }

    void clear() {
        strip.clear();
        posters.clear();
    }
}
