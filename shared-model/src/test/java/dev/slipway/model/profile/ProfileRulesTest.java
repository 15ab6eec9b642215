package dev.slipway.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRulesTest {
    private static final String HASH = "ab".repeat(32);

    @Test
    void acceptsWhatPeopleSayOfThemselves() {
        assertThat(ProfileRules.check(new Profile(
                        "Мария 🚣",
                        "https://example.com/maria?from=slipway#about",
                        "Гребля,\nпение",
                        false,
                        new Avatar(HASH, 9_000))))
                .isEmpty();
        assertThat(ProfileRules.check(Profile.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,hello",
                "example.com",
                "//example.com",
                "https://",
                "https:///path",
                "https://bank.example@evil.example/",
                "https://exa mple.com/",
                "https://пример.рф/",
                "https://example.com/\u202E",
                "ftp://example.com/",
            })
    void refusesLinksThatAreNoPageOfTheWeb(String url) {
        assertThat(ProfileRules.check(new Profile(null, url, null, false, null)))
                .extracting(Violation::field)
                .containsExactly("profile.url");
    }

    @Test
    void refusesWhatIsTooLongOrDisguised() {
        Profile profile = new Profile(
                "a".repeat(ProfileRules.MAX_NAME + 1),
                "https://example.com/" + "a".repeat(ProfileRules.MAX_URL),
                "a".repeat(ProfileRules.MAX_ACTIVITY_HOBBIES + 1),
                false,
                null);
        assertThat(ProfileRules.check(profile))
                .extracting(Violation::field)
                .containsExactly("profile.name", "profile.url", "profile.activityHobbies");
        assertThat(ProfileRules.check(new Profile("two\nlines", null, "evil\u202Egpj", true, null)))
                .extracting(Violation::field)
                .containsExactly("profile.name", "profile.activityHobbies");
    }

    @Test
    void refusesAvatarsThatAreNone() {
        assertThat(ProfileRules.check(new Profile(null, null, null, false, new Avatar("AB".repeat(32), 0))))
                .extracting(Violation::field)
                .containsExactly("profile.avatar.sha256", "profile.avatar.bytes");
        assertThat(ProfileRules.check(
                        new Profile(null, null, null, false, new Avatar(HASH, ProfileRules.MAX_AVATAR_BYTES + 1))))
                .extracting(Violation::field)
                .containsExactly("profile.avatar.bytes");
    }

    @Test
    void theFormIsJudgedAndSignedWithIt() {
        PublicationForm form =
                new PublicationForm("t", null, List.of(), new Profile("a\u0007", null, null, false, null));
        assertThat(FormRules.check(form)).extracting(Violation::field).containsExactly("profile.name");
        assertThat(form.hash()).isNotEqualTo(new PublicationForm("t", null, null).hash());
    }

    @Test
    void travelsAndComesBackTheSame() {
        PublicationForm form =
                new PublicationForm("t", null, List.of(), new Profile("Maria", null, null, true, new Avatar(HASH, 7)));
        String json = Json.STRICT.writeValueAsString(form);
        assertThat(json)
                .isEqualTo(
                        "{\"title\":\"t\",\"profile\":{\"name\":\"Maria\",\"incognito\":true,\"avatar\":{\"sha256\":\""
                                + HASH + "\",\"bytes\":7}}}");
        assertThat(Json.STRICT.readValue(json, PublicationForm.class)).isEqualTo(form);
    }

    @Test
    void aFormOfBeforeThereWereProfilesHasTheHashItWasSignedWith() {
        assertThat(Json.STRICT.writeValueAsString(new PublicationForm("t", null, null)))
                .isEqualTo("{\"title\":\"t\"}");
    }
}
