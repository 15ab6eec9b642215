package dev.slipway.server.chain;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The contracts that the build compiled. */
final class CompiledContract {
    private CompiledContract() {}

    /** What deploys it, without its parameters, in hex with 0x. */
    static String code(String name) {
        String file = "/contracts/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(CompiledContract.class.getResourceAsStream(file), file)) {
            return Json.LENIENT.readTree(in).path("bytecode").asString();
        } catch (IOException e) {
            throw new IllegalStateException("the compiled contract " + name + " cannot be read", e);
        }
    }
}
