package dev.slipway.media.mp4;

import java.util.HexFormat;
import java.util.Locale;

/** Writes the codecs parameter of RFC 6381 from the configuration box of a sample entry. */
final class CodecsParameter {
    /**
     * The registered name is written "Opus"; every browser's MediaSource takes the lower-case form, some only that.
     */
    static final String OPUS = "opus";

    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    private static final int MPEG4_AUDIO = 0x40;

    private CodecsParameter() {}

    /** "VP Codec ISO Media File Format Binding" 1.0: all nine fields, so that nothing rests on defaults. */
    static String vp9(BoxBytes vpcC) throws BoxException {
        int version = vpcC.u8();
        vpcC.skip(3);
        if (version != 1) {
            throw vpcC.failure("version " + version + ", expected 1");
        }
        int profile = vpcC.u8();
        int level = vpcC.u8();
        int packed = vpcC.u8();
        return String.format(
                Locale.ROOT,
                "vp09.%02d.%02d.%02d.%02d.%02d.%02d.%02d.%02d",
                profile,
                level,
                packed >>> 4,
                packed >>> 1 & 7,
                vpcC.u8(),
                vpcC.u8(),
                vpcC.u8(),
                packed & 1);
    }

    /** "AV1 Codec ISO Media File Format Binding" 1.2, section 5, the mandatory fields. */
    static String av1(BoxBytes av1C) throws BoxException {
        if (av1C.u8() != 0x81) {
            throw av1C.failure("expected marker 1 and version 1");
        }
        int first = av1C.u8();
        int second = av1C.u8();
        int depth = (second & 0x40) == 0 ? 8 : (second & 0x20) == 0 ? 10 : 12;
        char tier = (second & 0x80) == 0 ? 'M' : 'H';
        return String.format(Locale.ROOT, "av01.%d.%02d%c.%02d", first >>> 5, first & 31, tier, depth);
    }

    /** RFC 6381, section 3.3: profile, constraint flags and level in hex. */
    static String avc(BoxBytes avcC) throws BoxException {
        int version = avcC.u8();
        if (version != 1) {
            throw avcC.failure("version " + version + ", expected 1");
        }
        return "avc1." + HexFormat.of().withUpperCase().toHexDigits(avcC.u24(), 6);
    }

    /** ISO/IEC 14496-1: ES_Descriptor, in it DecoderConfigDescriptor, in it the audio object type. */
    static String mp4a(BoxBytes esds) throws BoxException {
        esds.skip(4);
        BoxBytes stream = descriptor(esds, ES_DESCRIPTOR);
        stream.skip(2);
        int flags = stream.u8();
        if ((flags & 0xE0) != 0) {
            throw stream.failure("stream dependencies and addresses are not accepted");
        }
        BoxBytes decoder = descriptor(stream, DECODER_CONFIG);
        int objectType = decoder.u8();
        if (objectType != MPEG4_AUDIO) {
            throw decoder.failure(String.format(Locale.ROOT, "object type 0x%02x is not AAC", objectType));
        }
        decoder.skip(12);
        int audioObjectType = descriptor(decoder, DECODER_SPECIFIC).u8() >>> 3;
        return "mp4a.40." + audioObjectType;
    }

    private static BoxBytes descriptor(BoxBytes from, int tag) throws BoxException {
        int found = from.u8();
        if (found != tag) {
            throw from.failure("descriptor " + found + " where " + tag + " was expected");
        }
        int size = 0;
        int digit;
        int digits = 0;
        do {
            digit = from.u8();
            size = size << 7 | digit & 0x7F;
        } while ((digit & 0x80) != 0 && ++digits < 4);
        return from.part("descriptor " + tag, size);
    }
}
