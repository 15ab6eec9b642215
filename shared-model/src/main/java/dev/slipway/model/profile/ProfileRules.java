package dev.slipway.model.profile;

import dev.slipway.model.problem.Violation;
import dev.slipway.model.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a profile, checked on the desk while typing and on the server before signing. Lengths in code points. */
public final class ProfileRules {
    public static final int MAX_NAME = 60;
    public static final int MAX_URL = 200;
    public static final int MAX_ACTIVITY_HOBBIES = 500;
    public static final int AVATAR_SIDE = 256;
    public static final int MAX_AVATAR_BYTES = 64 * 1024;

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private ProfileRules() {}

    /** Fields are named from the form on, such as {@code profile.name}. */
    public static List<Violation> check(Profile profile) {
        List<Violation> violations = new ArrayList<>();
        checkName(profile.name(), violations);
        checkUrl(profile.url(), violations);
        checkActivityHobbies(profile.activityHobbies(), violations);
        Avatar avatar = profile.avatar();
        if (avatar != null) {
            checkAvatar(avatar, violations);
        }
        return violations;
    }

    private static void checkName(String name, List<Violation> violations) {
        int length = PlainText.length(name);
        if (length > MAX_NAME) {
            violations.add(
                    new Violation("profile.name", "a name has at most " + MAX_NAME + " characters, not " + length));
        }
        if (!PlainText.isOneLine(name)) {
            violations.add(new Violation("profile.name", "a name is one line without control characters"));
        }
    }

    private static void checkUrl(String url, List<Violation> violations) {
        if (!url.isEmpty() && !isWebAddress(url)) {
            violations.add(new Violation(
                    "profile.url",
                    "a link is an address of the web, such as https://example.com/me, of at most " + MAX_URL
                            + " characters, without a user name or a password"));
        }
    }

    /** In ASCII, as browsers show what they do not trust: a name that looks like another's is seen for what it is. */
    private static boolean isWebAddress(String url) {
        if (url.length() > MAX_URL || !url.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            return false;
        }
        try {
            URI address = new URI(url).parseServerAuthority();
            return address.getScheme() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void checkActivityHobbies(String text, List<Violation> violations) {
        int length = PlainText.length(text);
        if (length > MAX_ACTIVITY_HOBBIES) {
            violations.add(new Violation(
                    "profile.activityHobbies",
                    "activity and hobbies have at most " + MAX_ACTIVITY_HOBBIES + " characters, not " + length));
        }
        if (!PlainText.isLines(text)) {
            violations.add(new Violation(
                    "profile.activityHobbies", "activity and hobbies have no control characters but line feeds"));
        }
    }

    private static void checkAvatar(Avatar avatar, List<Violation> violations) {
        if (!SHA256.matcher(avatar.sha256()).matches()) {
            violations.add(new Violation("profile.avatar.sha256", "a SHA-256 is 64 lower-case hex digits"));
        }
        if (avatar.bytes() < 1 || avatar.bytes() > MAX_AVATAR_BYTES) {
            violations.add(new Violation(
                    "profile.avatar.bytes",
                    "an avatar has 1 to " + MAX_AVATAR_BYTES + " bytes, not " + avatar.bytes()));
        }
    }
}
