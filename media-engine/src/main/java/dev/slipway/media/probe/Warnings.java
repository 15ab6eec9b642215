package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackKind;
import dev.slipway.media.probe.picture.PictureTraits;
import dev.slipway.model.media.SourceWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    List<SourceWarning> all() {
        List<SourceWarning> warnings = new ArrayList<>(shortfall.warnings());
        addTimes(warnings);
        addRate(warnings);
        addPictures(warnings);
        addOtherTracks(warnings);
        return warnings;
    }

    private void addTimes(List<SourceWarning> warnings) {
        long declared = demuxer.declaredMicros();
        long found = lastPicture.filmMicros();
        if (declared != Timebase.NONE && Math.abs(declared - found) > Math.max(NOTABLE_MICROS, found / 20)) {
            warnings.add(new SourceWarning(
                    SourceWarning.LENGTH_DIFFERS,
                    "The file's header says it lasts %.1f s; its content lasts %.1f s, which is what counts."
                            .formatted(declared / 1e6, found / 1e6),
                    ExactTime.of(declared) + " ≠ " + ExactTime.of(found)));
        }
        long before = pass.soundBeforeMicros();
        if (before > NOTABLE_MICROS) {
            warnings.add(new SourceWarning(
                    SourceWarning.SOUND_FIRST,
                    String.format(
                            Locale.ROOT,
                            "The picture begins %.1f s after the sound. The film begins with the picture; what is heard before it is left out.",
                            before / 1e6),
                    ExactTime.of(before)));
        }
        int jumps = traits.jumps().size();
        if (jumps > 0) {
            warnings.add(new SourceWarning(
                    SourceWarning.CLOCK_JUMPS,
                    "The file's clock jumps " + (jumps == 1 ? "once" : jumps + " times")
                            + ", as in recordings that were joined; the parts follow each other without a gap.",
                    String.valueOf(jumps)));
        }
    }

    private void addRate(List<SourceWarning> warnings) {
        double rate = pass.times().averageRate(picture.declaredRate()).toDouble();
        if (pass.times().isVariable()) {
            warnings.add(new SourceWarning(
                    SourceWarning.UNEVEN_RATE,
                    "The pictures do not come at an even rate; the published video will have an even one.",
                    String.format(Locale.ROOT, "VFR, ≈ %.2f fps", rate)));
        } else if (rate > MOST_A_SECOND) {
            warnings.add(new SourceWarning(
                    SourceWarning.HIGH_RATE,
                    "There are more than 60 pictures a second; at most 60 of them will be published.",
                    String.format(Locale.ROOT, "%.2f fps", rate)));
        }
    }

    private void addPictures(List<SourceWarning> warnings) {
        if (picture.pictureFormat().isHighDynamicRange()) {
            String kind = picture.pictureFormat().isHlg() ? "HLG" : "PQ";
            warnings.add(new SourceWarning(
                    SourceWarning.HIGH_DYNAMIC_RANGE,
                    "The picture is " + kind + " HDR; the published video is standard range, with the light mapped.",
                    kind));
        }
        traits.scanType().warning().ifPresent(warnings::add);
        if (traits.orientation().isMirrored()) {
            warnings.add(new SourceWarning(
                    SourceWarning.MIRRORED,
                    "The file asks to be shown mirrored, as some phones' front cameras do; so it will be."));
        }
        if (picture.hasAlphaLayer() || picture.pictureFormat().isTransparent()) {
            warnings.add(new SourceWarning(
                    SourceWarning.TRANSPARENT,
                    "Transparent parts of the picture will not be transparent.",
                    picture.pictureFormat().isTransparent()
                            ? picture.pictureFormat().pixelFormatName()
                            : "alpha_mode"));
        }
    }

    private void addOtherTracks(List<SourceWarning> warnings) {
        List<Track> tracks = demuxer.tracks();
        List<Track> films = tracks.stream()
                .filter(track -> track.kind() == TrackKind.PICTURE && !track.isCoverPicture())
                .toList();
        if (films.size() > 1) {
            warnings.add(new SourceWarning(
                    SourceWarning.SEVERAL_PICTURES,
                    "There are " + films.size() + " picture tracks; the first one is published.",
                    codecs(films)));
        }
        List<Track> painted = tracks.stream()
                .filter(track -> PICTURE_SUBTITLES.contains(track.codecName()))
                .toList();
        if (!painted.isEmpty()) {
            warnings.add(new SourceWarning(
                    SourceWarning.PICTURE_SUBTITLES,
                    "Some subtitles are pictures and not text; they cannot be published. Add them as text.",
                    codecs(painted)));
        }
        if (elsewhere > 0) {
            warnings.add(new SourceWarning(
                    SourceWarning.ELSEWHERE,
                    "Tracks whose content is in another file are left out, because other files are not opened.",
                    String.valueOf(elsewhere)));
        }
        if (tracks.stream().noneMatch(track -> track.kind() == TrackKind.SOUND)) {
            warnings.add(new SourceWarning(SourceWarning.NO_SOUND, "There is no sound."));
        }
    }

    /** One for each track, in their order. */
    private static String codecs(List<Track> tracks) {
        return tracks.stream().map(Track::codecName).collect(Collectors.joining(", "));
    }
}
