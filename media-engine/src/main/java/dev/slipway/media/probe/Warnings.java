package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackKind;
import dev.slipway.media.probe.picture.PictureTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person should know about a source that can be published all the same. */
record Warnings(
        Demuxer demuxer,
        PacketPass pass,
        LastPicture lastPicture,
        Track picture,
        PictureTraits traits,
        Shortfall shortfall,
        int elsewhere) {
    private static final long NOTABLE_MICROS = 2_000_000;
    private static final double MOST_A_SECOND = 60.5;
    private static final Set<String> PICTURE_SUBTITLES =
            Set.of("hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "xsub", "dvb_teletext");

    List<String> inWords() {
        List<String> warnings = new ArrayList<>(shortfall.warnings());
        addTimes(warnings);
        addPictures(warnings);
        addOtherTracks(warnings);
        return warnings;
    }

    private void addTimes(List<String> warnings) {
        long declared = demuxer.declaredMicros();
        long found = lastPicture.filmMicros();
        if (declared != Timebase.NONE && Math.abs(declared - found) > Math.max(NOTABLE_MICROS, found / 20)) {
            warnings.add("The file's header says it lasts %.1f s; its content lasts %.1f s, which is what counts."
                    .formatted(declared / 1e6, found / 1e6));
        }
        long before = pass.soundBeforeMicros();
        if (before > NOTABLE_MICROS) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The picture begins %.1f s after the sound. The film begins with the picture; what is heard before it is left out.",
                    before / 1e6));
        }
        int jumps = traits.jumps().size();
        if (jumps > 0) {
            warnings.add("The file's clock jumps " + (jumps == 1 ? "once" : jumps + " times")
                    + ", as in recordings that were joined; the parts follow each other without a gap.");
        }
        if (pass.times().isVariable()) {
            warnings.add("The pictures do not come at an even rate; the published video will have an even one.");
        } else if (pass.times().averageRate(picture.declaredRate()).toDouble() > MOST_A_SECOND) {
            warnings.add("There are more than 60 pictures a second; at most 60 of them will be published.");
        }
    }

    private void addPictures(List<String> warnings) {
        if (picture.pictureFormat().isHighDynamicRange()) {
            warnings.add("The picture is " + (picture.pictureFormat().isHlg() ? "HLG" : "PQ")
                    + " HDR; the published video is standard range, with the light mapped.");
        }
        traits.scanType().warning().ifPresent(warnings::add);
        if (traits.orientation().isMirrored()) {
            warnings.add("The file asks to be shown mirrored, as some phones' front cameras do; so it will be.");
        }
        if (picture.hasAlphaLayer() || picture.pictureFormat().isTransparent()) {
            warnings.add("Transparent parts of the picture will not be transparent.");
        }
    }

    private void addOtherTracks(List<String> warnings) {
        List<Track> tracks = demuxer.tracks();
        long films = tracks.stream()
                .filter(track -> track.kind() == TrackKind.PICTURE && !track.isCoverPicture())
                .count();
        if (films > 1) {
            warnings.add("There are " + films + " picture tracks; the first one is published.");
        }
        if (tracks.stream().anyMatch(track -> PICTURE_SUBTITLES.contains(track.codecName()))) {
            warnings.add("Some subtitles are pictures and not text; they cannot be published. Add them as text.");
        }
        if (elsewhere > 0) {
            warnings.add("Tracks whose content is in another file are left out, because other files are not opened.");
        }
        if (tracks.stream().noneMatch(track -> track.kind() == TrackKind.SOUND)) {
            warnings.add("There is no sound.");
        }
    }
}
