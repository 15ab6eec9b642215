package dev.slipway.desk.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.desk.testing.HeapSearch;
import dev.slipway.desk.testing.LightKeystore;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process that asks a signer holds in memory once the signer is locked: this very process, with a real one. */
class WindowMemoryTest {
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path folder = Path.of("");

    private final SecureRandom random = new SecureRandom();
    private final HeapSearch heap = new HeapSearch();
    private final BlockingQueue<SignerEnd> ends = new LinkedBlockingQueue<>();
    private final SignerProcess process =
            SignerProcess.start(SignerCommand.ofThisProcess(), Duration.ofMinutes(10), ends::add);

    @AfterEach
    void end() {
        process.close();
    }

    @Test
    void theSearchFindsWhatIsHeld() throws IOException {
        char[] bytes = HexFormat.of().formatHex(random(8)).toCharArray();
        heap.lookFor("held", bytes);
        String text = String.valueOf(bytes);

        assertThat(heap.found(folder)).containsExactly("held in UTF-16BE", "held in UTF-8");
        assertThat(text).hasSameSizeAs(bytes);
    }

    @Test
    void afterTheLockNothingIsLeftOfANewPhraseThatTheSignerTold() throws Exception {
        SignerReply.Created created = process.ask(new SignerRequest.Create(password()), SignerReply.Created.class);
        planted("phrase", created.phrase().reveal().toCharArray());
        created.phrase().wipe();

        assertThat(leftAfterTheLock()).isEmpty();
    }

    /** A wallet that is open takes no other key, which spares the sealing; the secrets go the same way. */
    @Test
    void afterTheLockNothingIsLeftOfWhatTheWindowSent() throws Exception {
        char[] password = HexFormat.of().formatHex(random(12)).toCharArray();
        String keystore = LightKeystore.of(new String(password));
        process.ask(new SignerRequest.Unlock(keystore, planted("password", password)), SignerReply.Opened.class);
        char[] phrase = LocalSigner.newPhrase(random).toCharArray();
        for (SignerRequest another : List.of(
                new SignerRequest.ImportKey(key(), password()),
                new SignerRequest.ImportPhrase(planted("phrase", phrase), password()))) {
            assertThatThrownBy(() -> process.ask(another, SignerReply.Sealed.class))
                    .hasMessageContaining("open already");
        }

        assertThat(leftAfterTheLock()).isEmpty();
    }

    private Iterable<String> leftAfterTheLock() throws Exception {
        process.ask(new SignerRequest.Lock(), SignerReply.Done.class);
        assertThat(ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(SignerEnd.LOCKED);
        return heap.found(folder);
    }

    private Secret key() {
        byte[] key = random(32);
        // Below the curve's order.
        key[0] = 1;
        heap.lookFor("key as it is", key);
        char[] digits = HexFormat.of().formatHex(key).toCharArray();
        Arrays.fill(key, (byte) 0);
        return planted("key", digits);
    }

    private Secret password() {
        return planted("password", HexFormat.of().formatHex(random(12)).toCharArray());
    }

    private Secret planted(String name, char[] text) {
        heap.lookFor(name, text);
        Secret secret = Secret.of(CharBuffer.wrap(text));
        Arrays.fill(text, '\0');
        return secret;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
