package dev.slipway.media.playback;

/** The codecs of our rungs and what goes with them. */
enum Codec {
    VP9("vp9", "vp09", "opus"),
    AV1("av1", "av01", "opus"),
    H264("h264", "avc1", "mp4a.40.2");

    private final String inManifests;
    private final String prefix;
    private final String sound;

    Codec(String inManifests, String prefix, String sound) {
        this.inManifests = inManifests;
        this.prefix = prefix;
        this.sound = sound;
    }

    String inManifests() {
        return inManifests;
    }

    /** How its codec strings begin (RFC 6381). */
    String prefix() {
        return prefix;
    }

    /** Codec string of the sound that goes with it. */
    String sound() {
        return sound;
    }
}
