package dev.slipway.media.plan.output;

/** Picture codecs we encode; names are those of the manifest and of file names. */
public enum VideoCodec {
    VP9("vp9"),
    AV1("av1"),
    H264("h264");

    private final String label;

    VideoCodec(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
