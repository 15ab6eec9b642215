package dev.slipway.media.probe.source;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;

/** Why a file cannot be published, in words for who gave it. */
public record SourceRefusals(SourceFile file) {
    /** FFmpeg's name of a codec that it does not know. */
    private static final String UNKNOWN = "none";

    public MediaException notAVideo(String why) {
        return new MediaException(ProblemCode.NOT_A_VIDEO, file.name() + " " + why + ". Choose another file.");
    }

    public MediaException notAVideo(String why, Throwable cause) {
        return new MediaException(ProblemCode.NOT_A_VIDEO, file.name() + " " + why + ". Choose another file.", cause);
    }

    public MediaException unreadable(FfmpegException cause) {
        return new MediaException(
                ProblemCode.FILE_NOT_FOUND,
                file.path() + " cannot be read to its end (" + cause.getMessage() + "). Check the disk that it is on.",
                cause);
    }

    public MediaException soundOnly() {
        return new MediaException(ProblemCode.NO_PICTURE, file.name() + " holds sound but no picture. Choose a video.");
    }

    public MediaException singlePicture() {
        return new MediaException(ProblemCode.STILL_PICTURE, file.name() + " holds a single picture. Choose a video.");
    }

    public MediaException empty() {
        return new MediaException(
                ProblemCode.TRUNCATED, file.name() + " begins like a video, but no picture is left in it.");
    }

    public MediaException elsewhere() {
        return notAVideo("only points to pictures in another file, and other files are not opened: save it as one file"
                + " that holds everything (self-contained)");
    }

    public MediaException encrypted() {
        return new MediaException(
                ProblemCode.ENCRYPTED,
                file.name() + " is encrypted (DRM), so its pictures cannot be read. Choose a copy without protection,"
                        + " such as the one you made yourself.");
    }

    public MediaException scrambled() {
        return new MediaException(
                ProblemCode.ENCRYPTED,
                file.name() + " is a scrambled broadcast (its packets are encrypted for a subscriber's card), so its"
                        + " pictures cannot be read. Choose a recording that was descrambled.");
    }

    public MediaException dolbyVision() {
        return new MediaException(
                ProblemCode.DOLBY_VISION,
                file.name() + " is in Dolby Vision without a picture that other screens can show (profile 5). Export it"
                        + " as HDR10, HLG or SDR.");
    }

    public MediaException tooLarge(String excess) {
        return new MediaException(
                ProblemCode.PAYLOAD_TOO_LARGE,
                file.name() + " " + excess + ". Scale it down or cut it into parts, then prepare it again.");
    }

    public MediaException undecodable(String codec) {
        return new MediaException(ProblemCode.NOT_DECODABLE, undecodableInWords(codec));
    }

    public MediaException undecodable(String codec, FfmpegException cause) {
        return new MediaException(ProblemCode.NOT_DECODABLE, undecodableInWords(codec), cause);
    }

    private String undecodableInWords(String codec) {
        boolean isKnown = !codec.equals(UNKNOWN);
        return "None of the pictures of " + file.name() + " can be decoded"
                + (isKnown ? ", though they are marked as " + codec : ", because nobody knows what they are coded in")
                + ". Export the video again or choose another file.";
    }
}
