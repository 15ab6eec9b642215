package dev.slipway.desk.prepare.survival;

import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.protect.survival.SurvivalReport;

/** What is known of one film's protection. */
record Survival(Finding<SurvivalReport> pictures, Finding<SoundSurvival> sound) {
    static final Survival UNASKED = new Survival(new Finding.Unasked<>(), new Finding.Unasked<>());
}
