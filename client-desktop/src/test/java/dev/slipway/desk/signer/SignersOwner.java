package dev.slipway.desk.signer;

import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.desk.testing.LightKeystore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A window's process without a window: opens a wallet, says its signer's process id and waits to be killed. */
final class SignersOwner {
    private SignersOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        SignerProcess signer = SignerProcess.start(SignerCommand.ofThisProcess(), Duration.ofMinutes(10), end -> {});
        signer.ask(new SignerRequest.Unlock(LightKeystore.of("secret"), Secret.of("secret")), SignerReply.Opened.class);
        System.out.println(signer.pid());
        new CountDownLatch(1).await();
    }
}
