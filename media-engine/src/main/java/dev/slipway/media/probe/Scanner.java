package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackKind;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.picture.Orientation;
import dev.slipway.media.picture.ScanType;
import dev.slipway.media.probe.picture.EvenRate;
import dev.slipway.media.probe.picture.FieldDetector;
import dev.slipway.media.probe.picture.PictureSamples;
import dev.slipway.media.probe.picture.PictureTimes;
import dev.slipway.media.probe.picture.PictureTraits;
import dev.slipway.media.probe.sound.SoundTracks;
import dev.slipway.media.probe.source.DataReferences;
import dev.slipway.media.probe.source.PictureLimits;
import dev.slipway.media.probe.source.SourceFile;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.probe.source.SourceRefusals;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.Rational;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.media.SubtitleFacts;
import dev.slipway.model.media.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file once from beginning to end. */
final class Scanner {
    private static final long MAX_MICROS = Duration.ofDays(1).toNanos() / 1000;

    private final SourceFile file;
    private final SourceRefusals refusals;
    private final Damage damage;
    private final ProgressListener listener;
    private final Cancellation cancellation;

    Scanner(Path path, Damage damage, ProgressListener listener, Cancellation cancellation) {
        this.file = new SourceFile(path);
        this.refusals = new SourceRefusals(file);
        this.damage = damage;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    SourceScan scan() {
        file.requireNoStillPicture();
        if (file.isScrambled()) {
            throw refusals.scrambled();
        }
        try (Demuxer demuxer = open()) {
            List<Track> tracks = demuxer.tracks();
            Track picture = pictureTrack(tracks);
            Set<Integer> elsewhere = elsewhere(demuxer);
            if (elsewhere.contains(picture.index())) {
                throw refusals.elsewhere();
            }
            requireDecodable(picture);
            PacketPass pass = new PacketPass(demuxer, picture, SoundTracks.of(inThisFile(tracks, elsewhere)), refusals);
            read(pass);
            pass.requirePictures();
            Shortfall shortfall = Shortfall.of(file, demuxer, pass);
            shortfall.requireTolerable(file, damage);
            requireSaneLength(pass.times());
            FieldDetector look = look(picture, pass);
            ScanType scanType = look.detect();
            if (look.pictures() == 0) {
                throw refusals.undecodable(picture.codecName());
            }
            PictureTraits traits = new PictureTraits(
                    picture.orientation(),
                    scanType,
                    pass.times().count(),
                    shortfall.promised(),
                    pass.jumps(),
                    pass.order(),
                    look.brightestNits(),
                    EvenRate.of(pass.times()),
                    pass.times().lastMicros(),
                    pass.restartBytes());
            return result(demuxer, picture, pass, traits, shortfall, elsewhere);
        }
    }

    private void read(PacketPass pass) {
        try {
            pass.read(new ScanWatch(file.size(), listener, cancellation));
        } catch (FfmpegException e) {
            throw e.isOutOfMemory()
                    ? refusals.notAVideo("asks for more memory than any video does, so a length in it is wrong", e)
                    : refusals.unreadable(e);
        }
    }

    private SourceScan result(
            Demuxer demuxer,
            Track picture,
            PacketPass pass,
            PictureTraits traits,
            Shortfall shortfall,
            Set<Integer> elsewhere) {
        List<Track> tracks = inThisFile(demuxer.tracks(), elsewhere);
        SoundTracks sounds = SoundTracks.of(tracks);
        List<Track> subtitles = tracks.stream()
                .filter(track -> track.kind() == TrackKind.SUBTITLE)
                .toList();
        List<LastPicture> lastPictures =
                sounds.indexes().stream().map(pass::lastPicture).toList();
        LastPicture published = sounds.publishedIndex().isPresent()
                ? pass.lastPicture(sounds.publishedIndex().getAsInt())
                : new LastPicture(pass.times().durationMicros(), 0);
        List<SourceWarning> warnings = new ArrayList<>(
                new Warnings(demuxer, pass, published, picture, traits, shortfall, elsewhere.size()).all());
        published.warning().ifPresent(warnings::add);
        MediaFacts facts = new MediaFacts(
                SourceFormats.friendlyName(demuxer.format()),
                file.size(),
                published.filmMicros(),
                videoFacts(picture, pass.times()),
                sounds.publishedFacts(),
                sounds.facts(),
                subtitles.stream().map(Scanner::subtitleFacts).toList(),
                warnings);
        return new SourceScan(
                facts,
                picture.index(),
                sounds.publishedIndex(),
                sounds.indexes(),
                lastPictures,
                subtitles.stream().map(Track::index).toList(),
                picture.timebase().toMicros(pass.times().first()),
                pass.activity(),
                traits);
    }

    private static List<Track> inThisFile(List<Track> tracks, Set<Integer> elsewhere) {
        return tracks.stream()
                .filter(track -> !elsewhere.contains(track.index()))
                .toList();
    }

    /** Tracks whose samples are in another file. */
    private Set<Integer> elsewhere(Demuxer demuxer) {
        return demuxer.format().contains("mov") ? DataReferences.outsideOf(file.path()) : Set.of();
    }

    private Demuxer open() {
        try {
            return Demuxer.open(file.path(), SourceFormats.ALLOWED);
        } catch (FfmpegException e) {
            throw refusals.notAVideo("is not a video, or so much of it is missing that nothing can be read", e);
        }
    }

    private Track pictureTrack(List<Track> tracks) {
        Optional<Track> found = tracks.stream()
                .filter(track -> track.kind() == TrackKind.PICTURE && !track.isCoverPicture())
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        throw tracks.stream().anyMatch(track -> track.kind() == TrackKind.SOUND)
                ? refusals.soundOnly()
                : refusals.notAVideo("holds neither picture nor sound");
    }

    private void requireDecodable(Track picture) {
        if (picture.isEncrypted()) {
            throw refusals.encrypted();
        }
        if (picture.isDolbyVisionOnly()) {
            throw refusals.dolbyVision();
        }
        PictureFormat format = picture.pictureFormat();
        if (format.width() <= 0 || format.height() <= 0 || format.pixelFormat() < 0) {
            throw refusals.undecodable(picture.codecName());
        }
        int shownWidth = Math.max(1, (int) Math.round(format.width() * format.pixelAspect()));
        Optional<String> excess = PictureLimits.excess(Math.max(format.width(), shownWidth), format.height());
        if (excess.isPresent()) {
            throw refusals.tooLarge(excess.get());
        }
        try {
            Decoder.open(picture, 1).close();
        } catch (FfmpegException e) {
            throw refusals.undecodable(picture.codecName(), e);
        }
    }

    /** Times are believed only within a day: two pictures a century apart must not make us fill what lies between. */
    private void requireSaneLength(PictureTimes times) {
        try {
            if (times.durationMicros() <= MAX_MICROS) {
                return;
            }
        } catch (ArithmeticException e) {
            throw refusals.notAVideo("has times that cannot be reckoned with", e);
        }
        throw refusals.notAVideo("claims to last longer than a day");
    }

    private FieldDetector look(Track picture, PacketPass pass) {
        PictureSamples samples = new PictureSamples(
                file.path(),
                picture.index(),
                picture.timebase().toMicros(pass.times().first()),
                pass.times().durationMicros(),
                cancellation);
        return new FieldDetector(samples, picture.declaredScanType());
    }

    private static SubtitleFacts subtitleFacts(Track track) {
        return new SubtitleFacts(track.codecName(), track.language().orElse(null));
    }

    private static VideoFacts videoFacts(Track track, PictureTimes times) {
        PictureFormat format = track.pictureFormat();
        Orientation orientation = track.orientation();
        int width = Math.max(1, (int) Math.round(format.width() * format.pixelAspect()));
        boolean turned = orientation.swapsSides();
        Rational rate = times.averageRate(track.declaredRate());
        return new VideoFacts(
                track.codecName(),
                format.width(),
                format.height(),
                turned ? format.height() : width,
                turned ? width : format.height(),
                orientation.rotation(),
                rate,
                times.isVariable(),
                format.pixelFormatName(),
                format.bitDepth(),
                dynamicRange(track));
    }

    private static DynamicRange dynamicRange(Track track) {
        if (!track.pictureFormat().isHighDynamicRange()) {
            return DynamicRange.SDR;
        }
        return track.pictureFormat().isHlg() ? DynamicRange.HLG : DynamicRange.PQ;
    }
}
