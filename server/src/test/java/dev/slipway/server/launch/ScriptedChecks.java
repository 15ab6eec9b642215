package dev.slipway.server.launch;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.Moderator;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.verification.Verifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stands in for worker process and moderation, so that a test can say how they end. */
@TestConfiguration(proxyBeanMethods = false)
class ScriptedChecks {

    @Bean
    Script script() {
        return new Script();
    }

    @Bean
    @Primary
    Verifier scriptedVerifier(Script script) {
        return script::verify;
    }

    @Bean
    @Primary
    Moderator scriptedModerator(Script script) {
        return script::review;
    }

    /** By default everything passes. */
    static final class Script {
        private final Map<PublicationId, IntFunction<Verifier.Verdict>> verdicts = new ConcurrentHashMap<>();
        private final Set<PublicationId> busy = ConcurrentHashMap.newKeySet();
        private final Map<PublicationId, Moderator.Decision> decisions = new ConcurrentHashMap<>();
        private final Map<PublicationId, AtomicInteger> verifications = new ConcurrentHashMap<>();

        /** The function is given how many verifications of this publication there were, this one included. */
        void verdict(PublicationId id, IntFunction<Verifier.Verdict> verdict) {
            verdicts.put(id, verdict);
        }

        /** All workers are busy when this publication asks for the first time. */
        void busyAtFirst(PublicationId id) {
            busy.add(id);
        }

        void decision(PublicationId id, Moderator.Decision decision) {
            decisions.put(id, decision);
        }

        int verifications(PublicationId id) {
            return verifications.getOrDefault(id, new AtomicInteger()).get();
        }

        private Optional<Verifier.Verdict> verify(Publication publication) {
            if (busy.remove(publication.id())) {
                return Optional.empty();
            }
            int count = verifications
                    .computeIfAbsent(publication.id(), id -> new AtomicInteger())
                    .incrementAndGet();
            IntFunction<Verifier.Verdict> accepted = attempt -> new Verifier.Verdict.Accepted(List.of());
            return Optional.of(verdicts.getOrDefault(publication.id(), accepted).apply(count));
        }

        private Moderator.Decision review(Publication publication) {
            return decisions.getOrDefault(publication.id(), new Moderator.Decision.Passed());
        }
    }
}
