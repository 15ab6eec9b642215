package dev.slipway.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.configuration.MailSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSenderTest {
    private static MailSender sender(@Nullable String url, @Nullable Path password, @Nullable String from) {
        return new MailSender(new MailSettings(url == null ? null : URI.create(url), password, from));
    }

    @Test
    void withoutAnAddressNothingIsNeeded() {
        assertThatCode(() -> sender(null, null, null)).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotGoTogetherStopsTheStart(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");

        assertThatCode(() -> sender("smtps://me@mail.example", password, "video@mail.example"))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> sender("smtp://mail.example", null, null))
                .withMessageContaining("SLIPWAY_MAIL_FROM");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> sender("http://mail.example", null, "video@mail.example"))
                .withMessageContaining("smtps://");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> sender("smtps://me@mail.example", null, "video@mail.example"))
                .withMessageContaining("SLIPWAY_SMTP_PASSWORD_FILE");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> sender("smtps://me@mail.example", folder.resolve("none"), "video@mail.example"))
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name@",
                "@example.com",
                "name@localhost",
                "a b@example.com",
                "name@example.com\r\nBcc: other@example.com",
                "name@example.com\n",
                "name@example.com,other@example.com",
                "Name <name@example.com>",
                "\"a\"@example.com",
                "name@[127.0.0.1]",
                "имя@example.com",
                "name@exa_mple.com",
                "name@-example.com"
            })
    void whatCouldBeMoreThanOneAddressIsNone(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new MailAddress(text));
    }

    @Test
    void longAddressesEndSomewhere() {
        String domain = ("a".repeat(60) + ".").repeat(3) + "example";

        assertThat(new MailAddress("n".repeat(60) + "@" + domain).text()).hasSize(60 + 1 + 190);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new MailAddress("n".repeat(64) + "@" + domain));
    }

    @Test
    void aSubjectIsOneLineWhateverItIsMadeFrom() {
        Letter letter = new Letter("A\r\nBcc: other@example.com\u2028\u0000 ship" + "🚢".repeat(200), "body");

        assertThat(letter.subject())
                .startsWith("A Bcc: other@example.com ship🚢")
                .endsWith("🚢");
        assertThat(letter.subject().chars()).noneMatch(Character::isISOControl);
        assertThat(letter.subject().codePointCount(0, letter.subject().length()))
                .isEqualTo(150);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("mail_ru.properties").keySet())
                .isEqualTo(texts("mail.properties").keySet());
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (var in = MailSender.class.getResourceAsStream("/texts/" + name)) {
            texts.load(new java.io.InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
