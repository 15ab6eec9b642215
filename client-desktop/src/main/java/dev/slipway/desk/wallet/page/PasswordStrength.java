package dev.slipway.desk.wallet.page;

import java.util.List;
import java.util.Locale;

/** How long a guesser would take, roughly and in words: the file may be copied and tried elsewhere without end. */
enum PasswordStrength {
    TOO_SHORT,
    WEAK,
    FAIR,
    STRONG;

    static final int LEAST_CHARACTERS = 10;

    private static final int FEW_DIFFERENT = 6;
    private static final int LONG = 16;
    /** What guessers try first. */
    private static final List<String> FIRST_GUESSES =
            List.of("password", "qwerty", "12345", "slipway", "пароль", "йцукен", "wallet", "abcde");

    static PasswordStrength of(CharSequence password) {
        int length = Character.codePointCount(password, 0, password.length());
        if (length < LEAST_CHARACTERS) {
            return TOO_SHORT;
        }
        String plain = password.toString().toLowerCase(Locale.ROOT);
        if (password.codePoints().distinct().count() < FEW_DIFFERENT
                || FIRST_GUESSES.stream().anyMatch(plain::contains)) {
            return WEAK;
        }
        int kinds = kinds(password);
        if (length >= LONG || (kinds >= 3 && length >= LEAST_CHARACTERS + 2)) {
            return STRONG;
        }
        return kinds >= 2 || length >= LEAST_CHARACTERS + 2 ? FAIR : WEAK;
    }

    private static int kinds(CharSequence password) {
        boolean lower = password.codePoints().anyMatch(Character::isLowerCase);
        boolean upper = password.codePoints().anyMatch(Character::isUpperCase);
        boolean digit = password.codePoints().anyMatch(Character::isDigit);
        boolean other = password.codePoints().anyMatch(point -> !Character.isLetterOrDigit(point));
        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }
}
