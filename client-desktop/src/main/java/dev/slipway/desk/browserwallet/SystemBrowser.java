package dev.slipway.desk.browserwallet;

import java.net.URI;

/** Opens a link where the person browses. */
@FunctionalInterface
public interface SystemBrowser {

    /** Returns at once; whether the page was opened is told by the page alone. */
    void open(URI link);
}
