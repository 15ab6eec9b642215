package dev.slipway.server.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A server whose mail goes to GreenMail, and an author who asks for some. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "slipway.mail-from=video@slipway.example"
        })
abstract class MailOnServer {
    static final SecureRandom RANDOM = new SecureRandom();
    private static final int SMTP = freePort();

    final GreenMail post = new GreenMail(new ServerSetup(SMTP, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final OperatorKey key = OperatorKey.generate(RANDOM);
    final String address = "author" + RANDOM.nextInt(1 << 30) + "@reader.example";

    @Autowired
    EthereumSignatures signatures;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    ApiClient api;
    SignIn signIn;
    String author;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("slipway.smtp-url", () -> "smtp://127.0.0.1:" + SMTP);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() throws Exception {
        post.start();
        api = new ApiClient(port);
        signIn = new SignIn(api, port, signatures);
        author = signIn.with(key);
    }

    @AfterEach
    void close() {
        post.stop();
        database.sql("DELETE FROM notice_address").update();
        database.sql("DELETE FROM notice_confirmation").update();
        database.sql("DELETE FROM notice_request").update();
        database.sql("DELETE FROM mail").update();
        database.sql("DELETE FROM scheduled_tasks WHERE task_name = 'send-mail' AND NOT picked")
                .update();
    }

    HttpResponse<String> call(String method, String path, @Nullable String body, String token)
            throws IOException, InterruptedException {
        return api.send(api.request("/api/account/notices" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> ask(String token, String email, String language) throws Exception {
        return call("PUT", "", "{\"email\":\"" + email + "\",\"language\":\"" + language + "\"}", token);
    }

    List<MimeMessage> arrived(int number) {
        return Await.until(
                number + " mails", () -> Arrays.asList(post.getReceivedMessages()), all -> all.size() >= number);
    }

    int queued() {
        return database.sql("SELECT count(*) FROM mail").query(Integer.class).single();
    }
}
