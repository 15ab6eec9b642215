package dev.slipway.media.forecast;

import dev.slipway.media.ffmpeg.container.Packet;

/** Counts encoded samples, key frames apart: a sample has one in few pictures, and a film one in four seconds. */
public final class SampleBytes {
    private long keys;
    private long keyBytes;
    private long others;
    private long otherBytes;

    public void add(Packet packet) {
        if (packet.isKey()) {
            keys++;
            keyBytes += packet.size();
        } else {
            others++;
            otherBytes += packet.size();
        }
    }

    /** Of a film with so many pictures, so many of which are key frames. */
    public double ofFilm(long pictures, long keyPictures) {
        double key = keys == 0 ? 0 : (double) keyBytes / keys;
        double other = others == 0 ? key : (double) otherBytes / others;
        return key * keyPictures + other * (pictures - keyPictures);
    }

    long pictures() {
        return keys + others;
    }
}
