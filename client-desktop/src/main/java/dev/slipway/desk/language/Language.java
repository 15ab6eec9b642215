package dev.slipway.desk.language;

import java.util.Locale;

/** The languages that the window speaks, each equal to the other. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    RUSSIAN(Locale.of("ru"), "Русский");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** In the language itself, so that who cannot read the others finds it. */
    public String ownName() {
        return ownName;
    }

    /** Russian where the system speaks it, else English. */
    public static Language of(Locale system) {
        return system.getLanguage().equals("ru") ? RUSSIAN : ENGLISH;
    }
}
