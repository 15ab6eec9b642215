package dev.slipway.desk.launch.underway;

/** How it is signed and paid. */
public enum PayWith {
    /** The wallet of this desk. */
    DESK,
    /** A wallet in the system's browser, such as MetaMask. */
    BROWSER,
    /** The wallet of this desk signs; any wallet, such as one on a phone, pays. */
    ELSEWHERE
}
