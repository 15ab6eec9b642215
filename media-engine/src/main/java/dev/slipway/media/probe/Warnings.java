package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Demuxer;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.Track;
import java.util.ArrayList;
import java.util.List;

/** What a person should know about a source that can be published all the same. */
record Warnings(Demuxer demuxer, PacketPass pass, Track picture, boolean hasSound) {
    private static final long NOTABLE_MICROS = 2_000_000;

    List<String> inWords() {
        List<String> warnings = new ArrayList<>();
        long declared = demuxer.declaredMicros();
        long found = pass.times().durationMicros();
        if (declared != Timebase.NONE && Math.abs(declared - found) > Math.max(NOTABLE_MICROS, found / 20)) {
            warnings.add("The file's header says it lasts %.1f s; its picture lasts %.1f s, which is what counts."
                    .formatted(declared / 1e6, found / 1e6));
        }
        if (pass.times().isVariable()) {
            warnings.add("The pictures do not come at an even rate; the published video will have an even one.");
        }
        if (picture.orientation().isMirrored()) {
            warnings.add("The file asks to be shown mirrored, as some phones' front cameras do; so it will be.");
        }
        if (!hasSound) {
            warnings.add("There is no sound.");
        }
        return warnings;
    }
}
