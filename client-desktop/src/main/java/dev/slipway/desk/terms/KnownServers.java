package dev.slipway.desk.terms;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The operator keys met so far, one for each server, as SSH keeps its known hosts: trusted at first contact. */
public final class KnownServers {
    private final Path file;

    public KnownServers(Path file) {
        this.file = file;
    }

    /** What the first or a later look at a server's key says. */
    public enum Meeting {
        FIRST,
        KNOWN
    }

    /**
     * Remembers the key at first contact.
     *
     * @throws DeskException {@code terms-mismatch} when the server had another key before
     */
    public synchronized Meeting meet(ServerOrigin server, Address operator) {
        TreeMap<String, Address> known = load();
        Address before = known.get(server.text());
        if (operator.equals(before)) {
            return Meeting.KNOWN;
        }
        if (before != null) {
            throw new DeskException(
                    ProblemCode.TERMS_MISMATCH,
                    "The server at " + server + " signs with the key " + operator + ", but it was " + before
                            + " before. Somebody may be standing in for it: ask its operator. If the change is real,"
                            + " remove its line from " + file + ".");
        }
        known.put(server.text(), operator);
        save(known);
        return Meeting.FIRST;
    }

    /** Of every server met so far. */
    public synchronized List<ServerOrigin> origins() {
        return load().keySet().stream().map(ServerOrigin::parse).toList();
    }

    private TreeMap<String, Address> load() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return Json.STRICT.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Address>>() {});
        } catch (IOException | JacksonException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The list of known servers " + file + " cannot be read. Mend it or move it away.",
                    e);
        }
    }

    private void save(TreeMap<String, Address> known) {
        try {
            DurableFile.replace(
                    file, Json.STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(known));
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL, "The list of known servers " + file + " cannot be written.", e);
        }
    }
}
