package dev.slipway.media.preview.proxy;

import dev.slipway.media.encode.picture.PictureFilter;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.plan.output.Size;
import java.nio.ByteBuffer;

/** Brings pictures of the proxy to the player's size, in BGRA. Used by one thread. */
public final class ProxyScreen implements AutoCloseable {
    private final Decoder decoder = Decoder.ofStills("mjpeg");
    private final Packet packet = new Packet();
    private final PictureFilter filter;

    public ProxyScreen(Size size) {
        String chain = "scale=%d:%d:flags=bilinear:in_color_matrix=bt601:in_range=pc:out_range=pc,format=bgra"
                .formatted(size.width(), size.height());
        this.filter = new PictureFilter(format -> chain, Timebase.MICROSECONDS, 1);
    }

    public void draw(Proxy.Small small, ByteBuffer slot) {
        packet.fillPicture(ByteBuffer.wrap(small.jpeg()), 0, PictureKind.KEY);
        decoder.decode(packet, picture -> filter.apply(picture, drawn -> drawn.copyPixels(slot)));
    }

    @Override
    public void close() {
        filter.close();
        packet.close();
        decoder.close();
    }
}
