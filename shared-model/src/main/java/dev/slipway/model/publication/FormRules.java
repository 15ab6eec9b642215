package dev.slipway.model.publication;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.profile.ProfileRules;
import dev.slipway.model.text.PlainText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of the form, checked on the desk while typing and on the server before signing. Lengths in code points. */
public final class FormRules {
    public static final int MAX_TITLE = 120;
    public static final int MAX_DESCRIPTION = 5_000;
    public static final int MAX_HASHTAGS = 20;
    public static final int MAX_HASHTAG = 40;

    /** The member of the form that says who can watch, as violations name it. */
    public static final String ACCESS_LEVEL = "accessLevel";

    private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*");

    private FormRules() {}

    public static List<Violation> check(PublicationForm form) {
        List<Violation> violations = new ArrayList<>();
        checkTitle(form.title(), violations);
        checkDescription(form.description(), violations);
        checkHashtags(form.hashtags(), violations);
        checkAccess(form.accessLevel(), violations);
        violations.addAll(ProfileRules.check(form.profileOrEmpty()));
        return violations;
    }

    private static void checkTitle(String title, List<Violation> violations) {
        int length = PlainText.length(title);
        if (title.isEmpty() || length > MAX_TITLE) {
            violations.add(new Violation("title", "a title has 1 to " + MAX_TITLE + " characters, not " + length));
        } else if (!PlainText.isSeen(title)) {
            violations.add(new Violation("title", "a title has something in it that can be seen"));
        }
        if (!PlainText.isOneLine(title)) {
            violations.add(new Violation("title", "a title is one line without control characters"));
        }
    }

    private static void checkDescription(String description, List<Violation> violations) {
        int length = PlainText.length(description);
        if (length > MAX_DESCRIPTION) {
            violations.add(new Violation(
                    "description", "a description has at most " + MAX_DESCRIPTION + " characters, not " + length));
        }
        if (!PlainText.isLines(description)) {
            violations.add(new Violation("description", "a description has no control characters but line feeds"));
        }
    }

    private static void checkHashtags(List<String> hashtags, List<Violation> violations) {
        if (hashtags.size() > MAX_HASHTAGS) {
            violations.add(new Violation("hashtags", "at most " + MAX_HASHTAGS + " hashtags, not " + hashtags.size()));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < hashtags.size(); i++) {
            String tag = hashtags.get(i);
            String field = "hashtags[" + i + "]";
            if (!HASHTAG.matcher(tag).matches() || !PlainText.isOneLine(tag) || PlainText.length(tag) > MAX_HASHTAG) {
                violations.add(new Violation(
                        field, "a hashtag is 1 to " + MAX_HASHTAG + " letters, digits or underscores, without #"));
            } else if (!seen.add(Normalizer.normalize(tag, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
                violations.add(new Violation(field, "this hashtag is there twice"));
            }
        }
    }

    private static void checkAccess(@Nullable String level, List<Violation> violations) {
        if (level != null && AccessLevel.find(level).isEmpty()) {
            violations.add(new Violation(ACCESS_LEVEL, AccessLevel.refusal(level)));
        }
    }
}
