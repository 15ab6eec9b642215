package dev.slipway.desk.theme;

/** How bright the window is to be. */
public enum Appearance {
    /** As the system is, also when that changes. */
    SYSTEM,
    LIGHT,
    DARK
}
