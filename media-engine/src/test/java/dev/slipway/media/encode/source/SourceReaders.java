package dev.slipway.media.encode.source;

import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Readers of whole sources, for tests elsewhere. */
public final class SourceReaders {
    private SourceReaders() {}

    public static SourceReader open(Path source, PictureDecoder.Factory decoders) {
        SourceScan scan = SourceScan.scan(source);
        return new SourceReader(
                source,
                Planner.plan(scan, Preparation.QUICK, 1),
                scan,
                OptionalInt.of(scan.pictureTrack()),
                scan.soundTrack(),
                new PictureLosses(source, 0, Damage.ACCEPTED),
                decoders);
    }
}
