package dev.slipway.desk.browserwallet.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak: the one tab that came first with the link's secret. The tab makes up a secret of its own when it comes,
 * and keeps it over a reload; whoever comes later with the link alone is turned away. Any thread may ask.
 */
final class OneTab {
    private static final int BYTES = 32;
    private static final Pattern TAB = Pattern.compile("[0-9a-f]{64}");

    private final SecureRandom random;
    private byte[] token;
    private byte @Nullable [] tab;

    OneTab(SecureRandom random) {
        this.random = random;
        this.token = fresh(random);
    }

    /** A new secret for a link; the old one and the tab that had taken it are worth nothing from now on. */
    synchronized String renew() {
        token = fresh(random);
        tab = null;
        return new String(token, StandardCharsets.US_ASCII);
    }

    /** The first tab takes the link; the same one may come again. */
    synchronized void enter(@Nullable List<String> givenToken, @Nullable List<String> givenTab) {
        byte[] newcomer = checked(givenToken, givenTab);
        if (tab == null) {
            tab = newcomer;
        }
        requireSame(newcomer);
    }

    /** For everything else: the tab that has entered. */
    synchronized void require(@Nullable List<String> givenToken, @Nullable List<String> givenTab) {
        requireSame(checked(givenToken, givenTab));
    }

    private byte[] checked(@Nullable List<String> givenToken, @Nullable List<String> givenTab) {
        if (!MessageDigest.isEqual(token, only(givenToken).getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(403, "link");
        }
        String newcomer = only(givenTab);
        if (!TAB.matcher(newcomer).matches()) {
            throw new Refusal(400, "tab");
        }
        return newcomer.getBytes(StandardCharsets.US_ASCII);
    }

    private void requireSame(byte[] newcomer) {
        if (tab == null || !MessageDigest.isEqual(tab, newcomer)) {
            throw new Refusal(409, "taken");
        }
    }

    private static String only(@Nullable List<String> values) {
        return values == null || values.size() != 1 ? "" : values.getFirst();
    }

    private static byte[] fresh(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encode(secret);
    }
}
