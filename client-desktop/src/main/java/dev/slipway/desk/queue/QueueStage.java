package dev.slipway.desk.queue;

import dev.slipway.desk.prepare.making.MakingKind;
import dev.slipway.desk.publication.PublicationModel;

/** Where a publication is, as the queue shows it; in the order of the page. */
enum QueueStage {
    /** Its files are being made. */
    PREPARES,
    /** It is paid for, or its files are on their way. */
    LAUNCHES,
    /** Its turn comes. */
    WAITS,
    /** Making its files was stopped, by a person or a failure. */
    PREPARE_STOPPED,
    /** So was its launch; or it waits for the person's answer. */
    LAUNCH_STOPPED,
    /** Nothing is to be done. */
    RESTS;

    static QueueStage of(PublicationModel publication) {
        MakingKind making = publication.prepare().kind().get();
        return switch (making) {
            case RUNNING -> PREPARES;
            case WAITING -> WAITS;
            case PAUSED, FAILED -> PREPARE_STOPPED;
            case NOTHING, DONE -> ofLaunch(publication);
        };
    }

    private static QueueStage ofLaunch(PublicationModel publication) {
        return switch (publication.launch().kind().get()) {
            case PAYING, LAUNCHING -> LAUNCHES;
            case ASKING, IN_BROWSER, ELSEWHERE, PAY_STOPPED, LAUNCH_STOPPED, PAID -> LAUNCH_STOPPED;
            case NOTHING, PUBLISHED -> RESTS;
        };
    }
}
