package dev.slipway.media.mp4;

import java.util.Optional;

/**
 * What {@code stsd} says of the samples: codec, size or sound format. Only the five formats that this engine writes
 * are known; encrypted and foreign ones are refused.
 */
record SampleEntry(TrackKind kind, String codec, String codecs, int width, int height, int channels, int sampleRate) {
    private static final int BEFORE_SIZE = 24;
    private static final int AFTER_SIZE = 50;
    private static final int BEFORE_CHANNELS = 16;
    private static final int OPUS_RATE = 48_000;

    static SampleEntry read(BoxBytes stsd) throws BoxException {
        stsd.skip(4);
        if (stsd.u32() != 1) {
            throw stsd.failure("exactly one sample entry is expected");
        }
        Box entry = stsd.next().orElseThrow(() -> stsd.failure("the sample entry is missing"));
        stsd.expectEnd();
        return switch (entry.type()) {
            case "vp09" -> picture(entry.payload(), "vp9", "vpcC");
            case "av01" -> picture(entry.payload(), "av1", "av1C");
            case "avc1" -> picture(entry.payload(), "h264", "avcC");
            case "Opus" -> sound(entry.payload(), "opus", "dOps");
            case "mp4a" -> sound(entry.payload(), "aac", "esds");
            default -> throw stsd.failure("format '" + Box.printable(entry.type()) + "' is not accepted");
        };
    }

    private static SampleEntry picture(BoxBytes entry, String codec, String configuration) throws BoxException {
        entry.skip(BEFORE_SIZE);
        int width = entry.u16();
        int height = entry.u16();
        if (width == 0 || height == 0) {
            throw entry.failure("a picture of " + width + " × " + height);
        }
        entry.skip(AFTER_SIZE);
        BoxBytes config = child(entry, configuration);
        String codecs = switch (codec) {
            case "vp9" -> CodecsParameter.vp9(config);
            case "av1" -> CodecsParameter.av1(config);
            default -> CodecsParameter.avc(config);
        };
        return new SampleEntry(TrackKind.VIDEO, codec, codecs, width, height, 0, 0);
    }

    private static SampleEntry sound(BoxBytes entry, String codec, String configuration) throws BoxException {
        entry.skip(BEFORE_CHANNELS);
        int channels = entry.u16();
        entry.skip(6);
        int rate = (int) (entry.u32() >>> 16);
        BoxBytes config = child(entry, configuration);
        if (codec.equals("opus")) {
            config.skip(1);
            return new SampleEntry(TrackKind.AUDIO, codec, CodecsParameter.OPUS, 0, 0, config.u8(), OPUS_RATE);
        }
        return new SampleEntry(TrackKind.AUDIO, codec, CodecsParameter.mp4a(config), 0, 0, channels, rate);
    }

    private static BoxBytes child(BoxBytes entry, String type) throws BoxException {
        Optional<Box> box = entry.next();
        while (box.isPresent()) {
            if (box.get().type().equals(type)) {
                return box.get().payload();
            }
            box = entry.next();
        }
        throw entry.failure("its configuration box '" + type + "' is missing");
    }
}
