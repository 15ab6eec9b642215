package dev.slipway.desk.browserwallet.page;

import java.util.function.Function;

/**
 * One thing that the page can say or ask: JSON by POST.
 *
 * @param entering whether a tab may take the link with it
 * @param body read strictly: unknown members are refused
 * @param answer called on any thread, several at once; may wait; what it returns is written as JSON
 */
public record Route<T>(String path, boolean entering, Class<T> body, Function<T, Object> answer) {

    public static <T> Route<T> of(String path, Class<T> body, Function<T, Object> answer) {
        return new Route<>(path, false, body, answer);
    }

    /** What a page says first. */
    public static <T> Route<T> entering(String path, Class<T> body, Function<T, Object> answer) {
        return new Route<>(path, true, body, answer);
    }
}
