package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Decoder;
import dev.slipway.media.ffmpeg.Demuxer;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureFormat;
import dev.slipway.media.ffmpeg.Track;
import dev.slipway.media.ffmpeg.TrackKind;
import dev.slipway.media.picture.Orientation;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.Rational;
import dev.slipway.model.media.SubtitleFacts;
import dev.slipway.model.media.VideoFacts;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads a file once from beginning to end. */
final class Scanner {
    /** Of the bytes that a container promises; more missing than that is not the video that was meant. */
    private static final double TOLERATED_SHARE = 0.1;

    private static final long MAX_MICROS = Duration.ofDays(1).toNanos() / 1000;

    private final Path file;

    Scanner(Path file) {
        this.file = file;
    }

    SourceScan scan() {
        requireFile();
        try (Demuxer demuxer = open()) {
            List<Track> tracks = demuxer.tracks();
            Track picture = pictureTrack(tracks);
            SoundTracks sounds = SoundTracks.of(tracks);
            List<Track> subtitles = tracks.stream()
                    .filter(track -> track.kind() == TrackKind.SUBTITLE)
                    .toList();
            requireDecodable(picture);
            PacketPass pass = new PacketPass(demuxer, picture);
            pass.read();
            pass.requireWhole(file);
            requireItsBytes();
            requireSaneLength(pass.times());
            MediaFacts facts = new MediaFacts(
                    SourceFormats.friendlyName(demuxer.format()),
                    size(),
                    pass.times().durationMicros(),
                    videoFacts(picture, pass.times()),
                    sounds.publishedFacts(),
                    sounds.facts(),
                    subtitles.stream().map(Scanner::subtitleFacts).toList(),
                    new Warnings(demuxer, pass, picture, sounds.publishedIndex().isPresent()).inWords());
            return new SourceScan(
                    facts,
                    picture.index(),
                    sounds.publishedIndex(),
                    sounds.indexes(),
                    subtitles.stream().map(Track::index).toList(),
                    picture.timebase().toMicros(pass.times().first()),
                    pass.activity(),
                    picture.orientation());
        }
    }

    private void requireFile() {
        if (!Files.isRegularFile(file)) {
            throw new MediaException(
                    ProblemCode.FILE_NOT_FOUND, "There is no file " + file + ". Check the path and try again.");
        }
        if (StillPictures.isPicture(header())) {
            throw new MediaException(
                    ProblemCode.STILL_PICTURE,
                    file.getFileName() + " is a still picture, whatever its name says. Choose a video.");
        }
    }

    /** Of a file that a container begins and whose end is far from where it should be. */
    private void requireItsBytes() {
        long size = size();
        long declared = DeclaredLength.of(header()).orElse(size);
        if (declared - size > declared * TOLERATED_SHARE) {
            throw new MediaException(
                    ProblemCode.TRUNCATED,
                    "Part of " + file.getFileName() + " is missing: it says that it has " + declared + " bytes and has "
                            + size + ". Copy the file again from where it came.");
        }
    }

    private byte[] header() {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Math.max(StillPictures.HEADER_BYTES, DeclaredLength.HEADER_BYTES));
        } catch (IOException e) {
            throw new MediaException(ProblemCode.FILE_NOT_FOUND, file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new MediaException(ProblemCode.FILE_NOT_FOUND, file + " went away while it was read.", e);
        }
    }

    private Demuxer open() {
        try {
            return Demuxer.open(file, SourceFormats.ALLOWED);
        } catch (FfmpegException e) {
            throw new MediaException(
                    ProblemCode.NOT_A_VIDEO,
                    file.getFileName() + " is not a video, or so much of it is missing that nothing can be read."
                            + " Choose another file.",
                    e);
        }
    }

    private Track pictureTrack(List<Track> tracks) {
        Optional<Track> found = tracks.stream()
                .filter(track -> track.kind() == TrackKind.PICTURE && !track.isCoverPicture())
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        if (tracks.stream().anyMatch(track -> track.kind() == TrackKind.SOUND)) {
            throw new MediaException(
                    ProblemCode.NO_PICTURE, file.getFileName() + " holds sound but no picture. Choose a video.");
        }
        throw notAVideo("holds neither picture nor sound");
    }

    private void requireDecodable(Track picture) {
        PictureFormat format = picture.pictureFormat();
        if (format.width() <= 0 || format.height() <= 0 || format.pixelFormat() < 0) {
            throw notAVideo("names a picture of kind " + picture.codecName() + " that cannot be decoded");
        }
        try {
            Decoder.open(picture, 1).close();
        } catch (FfmpegException e) {
            throw notAVideo("holds a picture of kind " + picture.codecName() + " that cannot be decoded");
        }
    }

    /** Times are believed only within a day: two pictures a century apart must not make us fill what lies between. */
    private void requireSaneLength(PictureTimes times) {
        try {
            if (times.durationMicros() <= MAX_MICROS) {
                return;
            }
        } catch (ArithmeticException e) {
            throw notAVideo("has times that cannot be reckoned with");
        }
        throw notAVideo("claims to last longer than a day");
    }

    private MediaException notAVideo(String why) {
        return new MediaException(ProblemCode.NOT_A_VIDEO, file.getFileName() + " " + why + ". Choose another file.");
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
        return track.isHlg() ? DynamicRange.HLG : DynamicRange.PQ;
    }
}
