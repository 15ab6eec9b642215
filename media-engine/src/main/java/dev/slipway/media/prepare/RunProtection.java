package dev.slipway.media.prepare;

import dev.slipway.media.encode.PictureTreatment;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.protect.PictureProtection;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The protection of one run, if the plan asks for any.
 *
 * @param seed what all noise of the run comes from
 */
record RunProtection(
        @Nullable ProtectionSeed seed, @Nullable PictureProtection pictures) {

    static RunProtection of(Plan plan, WorkFolder folder, RandomGenerator random) throws IOException {
        Protection settings = plan.protection();
        if (settings == null) {
            return new RunProtection(null, null);
        }
        ProtectionSeed seed = SeedFile.readOrMake(folder, random);
        return new RunProtection(seed, new PictureProtection(settings, seed, plan.topSize(), plan.timeline()));
    }

    PictureTreatment treatment() {
        return pictures == null ? PictureTreatment.NONE : pictures;
    }
}
