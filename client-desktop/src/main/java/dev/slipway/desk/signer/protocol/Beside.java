package dev.slipway.desk.signer.protocol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The secrets of one message: they go beside its JSON, which only says which of them is meant. */
final class Beside {
    private final List<Secret> secrets;
    private final BitSet taken = new BitSet();

    Beside(List<Secret> secrets) {
        this.secrets = new ArrayList<>(secrets);
    }

    List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    /** @return its place, for the JSON */
    int add(Secret secret) {
        secrets.add(secret);
        return secrets.size() - 1;
    }

    /** @throws IllegalArgumentException when there is none in that place, or it was taken already */
    Secret take(int place) {
        if (place < 0 || place >= secrets.size() || taken.get(place)) {
            throw new IllegalArgumentException("no secret is there");
        }
        taken.set(place);
        return secrets.get(place);
    }

    boolean allTaken() {
        return taken.cardinality() == secrets.size();
    }
}
