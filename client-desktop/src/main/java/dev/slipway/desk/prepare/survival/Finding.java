package dev.slipway.desk.prepare.survival;

/**
 * What was found of one report.
 *
 * @param <T> the report
 */
sealed interface Finding<T> {

    /** There should be none: no such protection was asked for, or there is nothing that it could protect. */
    record Unasked<T>() implements Finding<T> {}

    record Known<T>(T report) implements Finding<T> {}

    /**
     * It is gone or damaged; the film is as it was.
     *
     * @param file its bare name
     */
    record Unreadable<T>(String file) implements Finding<T> {}
}
