package dev.slipway.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Names of channel layouts; a file that gives only a count gets that count's customary layout. */
final class ChannelLayouts {
    private static final int NAME_BYTES = 64;

    private ChannelLayouts() {}

    static String describe(AVChannelLayout layout) {
        if (layout.order() != avutil.AV_CHANNEL_ORDER_UNSPEC) {
            return name(layout);
        }
        try (AVChannelLayout customary = new AVChannelLayout()) {
            avutil.av_channel_layout_default(customary, layout.nb_channels());
            return name(customary);
        }
    }

    private static String name(AVChannelLayout layout) {
        try (BytePointer text = new BytePointer(NAME_BYTES)) {
            FfmpegException.check(
                    avutil.av_channel_layout_describe(layout, text, NAME_BYTES), "name of the channel layout");
            return Natives.text(text);
        }
    }
}
