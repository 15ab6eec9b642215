package dev.slipway.media.mp4;

import java.util.Optional;

/** Sample defaults of {@code trex}, for fragments that do not set their own. */
record TrackDefaults(long duration, long size, int flags) {

    static TrackDefaults read(BoxBytes mvex) throws BoxException {
        for (Optional<Box> next = mvex.next(); next.isPresent(); next = mvex.next()) {
            BoxBytes trex = next.get().payload();
            if (next.get().type().equals("trex")) {
                trex.skip(12);
                return new TrackDefaults(trex.u32(), trex.u32(), trex.s32());
            }
        }
        throw mvex.failure("trex is missing");
    }
}
