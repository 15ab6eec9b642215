package dev.slipway.desk.browserwallet.page;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The page's three files, which lie in our jar; none of them holds anything secret. */
final class PageFiles {
    private static final int NONCE_BYTES = 18;

    private final String skeleton;
    private final byte[] style;
    private final byte[] script;
    private final SecureRandom random;

    /**
     * @param language as the html element names it (BCP 47)
     * @param texts what the script says, by key; {@code title} is the page's title
     */
    PageFiles(String language, Map<String, String> texts, SecureRandom random) {
        String words = Json.STRICT.writeValueAsString(texts);
        this.skeleton = new String(read("page.html"), StandardCharsets.UTF_8)
                .replace("%language%", language)
                .replace("%title%", escaped(texts.getOrDefault("title", "Slipway")))
                // In a data block only this character could end it (HTML, section 4.12.1.3).
                .replace("%texts%", words.replace("<", "\\u003c"));
        this.style = read("page.css");
        this.script = read("page.js");
        this.random = random;
    }

    Reply page() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return Reply.page(skeleton.replace("%nonce%", nonce).getBytes(StandardCharsets.UTF_8), nonce);
    }

    Reply style() {
        return Reply.file("text/css; charset=utf-8", style);
    }

    Reply script() {
        return Reply.file("text/javascript; charset=utf-8", script);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the page's " + name + " is not in the jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
