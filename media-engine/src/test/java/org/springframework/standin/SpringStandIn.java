package org.springframework.standin;

/** Spring is not on this module's class path; a class of that name is enough to show that the rule against it fires. */
public final class SpringStandIn {
    private SpringStandIn() {}

    public static String name() {
        return "stand-in";
    }
}
