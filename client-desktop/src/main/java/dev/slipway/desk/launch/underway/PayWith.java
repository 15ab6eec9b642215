package dev.slipway.desk.launch.underway;

/** Whose key signs and pays. */
public enum PayWith {
    /** The wallet of this desk. */
    DESK,
    /** A wallet in the system's browser, such as MetaMask. */
    BROWSER
}
