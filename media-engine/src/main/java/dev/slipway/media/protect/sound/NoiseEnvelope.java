package dev.slipway.media.protect.sound;

/**
 * How loud the noise of one frame may be at each of its moments. A mask is reckoned from a whole frame and would let the
 * noise sound before an attack that comes late in it (pre-echo), or go on after a sound has ended. The noise therefore
 * follows the sound's own energy, at once upwards and within tens of milliseconds downwards as the ear forgets, and is
 * silent before an attack. Not thread-safe.
 */
final class NoiseEnvelope {
    /** 1.3 ms, less than the ear's masking before a sound. */
    private static final int STEP = 64;

    private static final int STEPS = CriticalBands.FRAME / STEP;
    /** 10 dB in 20 ms. */
    private static final double DECAY = Math.pow(10, -STEP / 960.0);

    /** Steady sound swings so far about its mean, and must not make the noise swing with it. */
    private static final double STEADY = 4;

    /** So many times the mean of what was before is an attack: 9 dB. */
    private static final double ATTACK = 8;

    /** −80 dB: what begins below it nobody hears as an attack. */
    private static final double AUDIBLE = 1e-8;

    private final double[] energy = new double[STEPS];
    private final double[] bright = new double[STEPS];
    private final double[] gain = new double[STEPS + 1];

    /** @param window what the frame's spectrum was weighted with */
    void measure(float[] sound, float[] window) {
        double mean = 0;
        double weights = 0;
        for (int step = 0; step < STEPS; step++) {
            sum(sound, step);
            double weight = window[step * STEP + STEP / 2];
            mean += energy[step] * weight * weight;
            weights += weight * weight;
        }
        follow(mean / weights);
        int attack = lastAttack();
        for (int step = 0; step < attack; step++) {
            gain[step] = 0;
        }
        gain[STEPS] = gain[STEPS - 1];
    }

    private void sum(float[] sound, int step) {
        double all = 0;
        double high = 0;
        for (int index = step * STEP; index < (step + 1) * STEP; index++) {
            double change = sound[index] - (index == 0 ? sound[0] : sound[index - 1]);
            all += (double) sound[index] * sound[index];
            high += change * change;
        }
        energy[step] = all / STEP;
        bright[step] = high / STEP;
    }

    private void follow(double mean) {
        double remembered = 0;
        for (int step = 0; step < STEPS; step++) {
            remembered = Math.max(energy[step], remembered * DECAY);
            gain[step] = mean > 0 ? Math.min(1, Math.sqrt(STEADY * remembered / mean)) : 0;
        }
    }

    /** The step in which the last attack begins, 0 where there is none. */
    private int lastAttack() {
        double before = bright[0];
        int attack = 0;
        for (int step = 1; step < STEPS; step++) {
            if (bright[step] > ATTACK * before && energy[step] > AUDIBLE) {
                attack = step;
            }
            before += (bright[step] - before) / Math.min(step + 1, STEPS / 4);
        }
        return attack;
    }

    /** Fades from step to step; upwards the fade lies within the step before. */
    void apply(float[] noise) {
        for (int step = 0; step < STEPS; step++) {
            double slope = (gain[step + 1] - gain[step]) / STEP;
            for (int index = 0; index < STEP; index++) {
                noise[step * STEP + index] *= (float) (gain[step] + slope * index);
            }
        }
    }
}
