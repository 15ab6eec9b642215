package dev.slipway.desk.doctor;

/**
 * One thing that was looked at.
 *
 * @param name stable, for programs
 * @param words what was found, or what is missing and what to do
 */
public record Finding(String name, Health health, String words) {

    /** How good it is. */
    public enum Health {
        GOOD,
        /** Everything needed works, something optional is missing. */
        LIMITED,
        /** Something needed is missing. */
        BAD
    }

    static Finding good(String name, String words) {
        return new Finding(name, Health.GOOD, words);
    }

    static Finding limited(String name, String words) {
        return new Finding(name, Health.LIMITED, words);
    }

    static Finding bad(String name, String words) {
        return new Finding(name, Health.BAD, words);
    }
}
