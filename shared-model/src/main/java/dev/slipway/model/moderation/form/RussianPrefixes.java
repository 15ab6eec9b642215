package dev.slipway.model.moderation.form;

/**
 * Verbal prefixes. One that ends in a consonant takes a hard sign before е, ё, ю and я and nowhere else, so that "себастьян"
 * is no prefixed word; here the hard sign is the soft one, as folded.
 */
final class RussianPrefixes {
    static final Node ROOT = Paradigm.endings("вы за на по про при пере недо до у о об от под раз рас с из ис в вз"
            + " обо ото подо разо объ отъ подъ разъ съ изъ въ взъ");

    private static final String SOFTENING = "еюя";

    private RussianPrefixes() {}

    /** @param last of the prefix */
    static boolean fits(char last, char first) {
        if (last == 'ь') {
            return SOFTENING.indexOf(first) >= 0;
        }
        return "аеиоуы".indexOf(last) >= 0 || SOFTENING.indexOf(first) < 0;
    }
}
