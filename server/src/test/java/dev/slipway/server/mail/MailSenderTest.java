package dev.slipway.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.configuration.MailSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailException;

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

    /** Whoever is between the two can say anything before TLS begins. */
    @ParameterizedTest
    @ValueSource(strings = {"220 a", "220-a\r\n", "a"})
    @Timeout(60)
    void aMailServerThatNeverEndsItsAnswerIsLeft(String endless) throws Exception {
        byte[] piece = endless.repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        assertLeft("smtp", Duration.ofMinutes(5), out -> out.write(piece));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    @Timeout(60)
    void aMailServerThatSpeaksAByteAtATimeIsLeft(String scheme) throws Exception {
        Semaphore slowly = new Semaphore(0);
        // A greeting that goes on, or a record of TLS that holds a handshake and does not come to its end.
        byte[] begin = scheme.equals("smtp") ? new byte[] {'2', '2', '0', ' '} : new byte[] {22, 3, 3, 64, 0};
        AtomicInteger at = new AtomicInteger();
        assertLeft(scheme, Duration.ofSeconds(1), out -> {
            int next = at.getAndIncrement();
            out.write(next < begin.length ? begin[next] : 'a');
            out.flush();
            // Within the time that each read has.
            assertThat(slowly.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        });
    }

    /** With a user, STARTTLS is required: the certificate comes over the bounded connection, and is not believed. */
    @Test
    @Timeout(60)
    void theCertificateOfAServerThatNobodyKnowsIsRefused(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        SSLContext context = context(folder.resolve("keys.p12"));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> told = threads.submit(() -> {
                try (Socket client = server.accept()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    say(client, "220 here");
                    String greeting = in.readLine();
                    say(client, "250-here", "250 STARTTLS");
                    String wish = in.readLine();
                    say(client, "220 begin");
                    SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(client, null, 0, false);
                    tls.setUseClientMode(false);
                    assertThatExceptionOfType(SSLException.class).isThrownBy(tls::startHandshake);
                    return greeting + " " + wish;
                }
            });
            MailSender sender = sender("smtp://me@127.0.0.1:" + server.getLocalPort(), password, "video@mail.example");
            assertThatExceptionOfType(MailException.class)
                    .isThrownBy(() -> sender.send(
                            new MailQueue.Mail(UUID.randomUUID(), "name@example.com", "A ship", "It sails.", 0)))
                    .withStackTraceContaining("PKIX path building failed");
            assertThat(told.get()).startsWith("EHLO").endsWith("STARTTLS");
        }
    }

    private static void say(Socket client, String... lines) throws IOException {
        client.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    /** With a certificate that it signed itself. */
    private static SSLContext context(Path keys) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "mail",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private interface Saying {
        void say(OutputStream out) throws IOException, InterruptedException;
    }

    private static void assertLeft(String scheme, Duration letter, Saying saying) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> wasLeft = threads.submit(() -> {
                try (Socket client = server.accept()) {
                    while (true) {
                        saying.say(client.getOutputStream());
                    }
                } catch (IOException gone) {
                    return true;
                }
            });
            URI address = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
            MailSender sender = new MailSender(new MailSettings(address, null, "video@mail.example"), letter);
            assertThatExceptionOfType(MailException.class)
                    .isThrownBy(() -> sender.send(
                            new MailQueue.Mail(UUID.randomUUID(), "name@example.com", "A ship", "It sails.", 0)));
            assertThat(wasLeft.get()).isTrue();
        }
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
