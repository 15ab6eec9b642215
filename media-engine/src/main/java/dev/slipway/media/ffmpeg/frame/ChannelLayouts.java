package dev.slipway.media.ffmpeg.frame;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Natives;
import java.util.List;
import java.util.stream.IntStream;
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

    /** @param description as {@link #describe} gives it */
    static List<String> speakers(String description) {
        try (AVChannelLayout layout = new AVChannelLayout()) {
            FfmpegException.check(avutil.av_channel_layout_from_string(layout, description), "layout " + description);
            return IntStream.range(0, layout.nb_channels())
                    .mapToObj(index -> speaker(avutil.av_channel_layout_channel_from_index(layout, index)))
                    .toList();
        }
    }

    private static String speaker(int channel) {
        try (BytePointer text = new BytePointer(NAME_BYTES)) {
            FfmpegException.check(avutil.av_channel_name(text, NAME_BYTES, channel), "name of a channel");
            return Natives.text(text);
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
