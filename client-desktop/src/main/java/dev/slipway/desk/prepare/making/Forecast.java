package dev.slipway.desk.prepare.making;

import dev.slipway.desk.draft.Preparation.Problem;
import dev.slipway.media.run.Outlook;

/** What preparing would make and take. */
sealed interface Forecast {

    /** Nobody asked. */
    record Unknown() implements Forecast {}

    /** Samples of the film are being encoded. */
    record Searching() implements Forecast {}

    /** For the wishes as they are. */
    record Known(Outlook outlook) implements Forecast {}

    /** These wishes do not work for this film. */
    record Impossible(Problem problem) implements Forecast {}
}
