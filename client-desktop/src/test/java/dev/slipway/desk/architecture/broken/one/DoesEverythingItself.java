package dev.slipway.desk.architecture.broken.one;

import dev.slipway.desk.architecture.broken.server.ServerCode;
import dev.slipway.desk.architecture.broken.two.KnowsOne;
import dev.slipway.desk.ethereum.LocalSigner;
import java.time.Clock;
import java.time.Instant;
import org.bytedeco.javacpp.Pointer;
import org.web3j.crypto.Hash;

/** Everything that no class of the desk may do. */
public class DoesEverythingItself {
    KnowsOne other() {
        return new KnowsOne(this);
    }

    ServerCode server() {
        return new ServerCode();
    }

    byte[] hash() {
        return Hash.sha3(new byte[0]);
    }

    Object key() {
        return LocalSigner.fromPrivateKey("1".repeat(64));
    }

    Pointer nativeMemory() {
        return new Pointer();
    }

    long times() {
        return System.currentTimeMillis()
                + Instant.now().toEpochMilli()
                + Clock.systemUTC().millis();
    }
}
