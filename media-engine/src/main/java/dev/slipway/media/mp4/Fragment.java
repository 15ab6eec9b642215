package dev.slipway.media.mp4;

import java.util.Optional;

/**
 * One {@code moof}: when its samples play and how many bytes they take.
 *
 * @param unevenTicks how far a sample is shown from where it would be, were the duration divided equally
 * @param dataOffset from the first byte of {@code moof} to the first sample
 * @param dataSize bytes of all samples, which lie one after the other
 */
record Fragment(
        long startTicks,
        long durationTicks,
        long unevenTicks,
        long samples,
        boolean startsWithKeyFrame,
        long dataOffset,
        long dataSize) {

    static Fragment read(BoxBytes moof, MovieHeader movie) throws BoxException {
        Optional<Box> traf = Optional.empty();
        for (Optional<Box> next = moof.next(); next.isPresent(); next = moof.next()) {
            Box box = next.get();
            if (box.type().equals("traf") && traf.isEmpty()) {
                traf = next;
            } else if (!box.type().equals("mfhd")) {
                throw box.unexpected();
            }
        }
        BoxBytes track = traf.orElseThrow(() -> moof.failure("traf is missing")).payload();
        try {
            return track(track, movie);
        } catch (ArithmeticException e) {
            throw new BoxException(track.box(), "its times or sizes add up beyond 2^63", e);
        }
    }

    private static Fragment track(BoxBytes traf, MovieHeader movie) throws BoxException {
        TrackDefaults defaults = movie.defaults();
        long decodeTime = -1;
        SampleRuns runs = new SampleRuns();
        for (Optional<Box> next = traf.next(); next.isPresent(); next = traf.next()) {
            BoxBytes payload = next.get().payload();
            switch (next.get().type()) {
                case "tfhd" -> defaults = fragmentDefaults(payload, movie);
                case "tfdt" -> decodeTime = decodeTime(payload);
                case "trun" -> runs.add(payload, defaults);
                case "sgpd", "sbgp", "sdtp" -> {}
                default -> throw next.get().unexpected();
            }
        }
        if (decodeTime < 0 || runs.samples() == 0) {
            throw traf.failure("tfdt and a trun with samples are needed");
        }
        return new Fragment(
                Math.addExact(decodeTime, runs.earliestOffset()),
                runs.durationTicks(),
                runs.unevenTicks(),
                runs.samples(),
                runs.startsWithKeyFrame(),
                runs.dataOffset(),
                runs.dataSize());
    }

    /** Offsets count from {@code moof}: MediaSource refuses the older kind that counts from the file's start. */
    private static TrackDefaults fragmentDefaults(BoxBytes tfhd, MovieHeader movie) throws BoxException {
        int flags = tfhd.s32() & 0xFFFFFF;
        if (tfhd.u32() != movie.trackId()) {
            throw tfhd.failure("belongs to another track");
        }
        if ((flags & 0x1) != 0 || (flags & 0x20000) == 0) {
            throw tfhd.failure("data offsets have to count from moof (default-base-is-moof)");
        }
        if ((flags & 0x2) != 0 && tfhd.u32() != 1) {
            throw tfhd.failure("names a sample entry that does not exist");
        }
        TrackDefaults defaults = movie.defaults();
        return new TrackDefaults(
                (flags & 0x8) != 0 ? tfhd.u32() : defaults.duration(),
                (flags & 0x10) != 0 ? tfhd.u32() : defaults.size(),
                (flags & 0x20) != 0 ? tfhd.s32() : defaults.flags());
    }

    private static long decodeTime(BoxBytes tfdt) throws BoxException {
        int version = tfdt.u8();
        tfdt.skip(3);
        return version == 1 ? tfdt.u63() : tfdt.u32();
    }
}
