package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.limit.ClientAddresses;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The status as server-sent events (HTML Living Standard, "Server-sent events"): the state as it is, then each newer
 * one, until nothing more happens by itself. One virtual thread for each connection does all writing to it.
 */
@RestController
class StatusEventsController {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final long NO_TIMEOUT = 0;

    private final Publications publications;
    private final StatusView view;
    private final StatusFeed feed;
    private final ClientAddresses addresses;
    private final Set<Thread> streams = ConcurrentHashMap.newKeySet();

    StatusEventsController(Publications publications, StatusView view, StatusFeed feed, ClientAddresses addresses) {
        this.publications = publications;
        this.view = view;
        this.feed = feed;
        this.addresses = addresses;
    }

    /** Who has the last state already, and there will be no other, gets 204, which tells a browser not to come back. */
    @SecurityRequirement(name = "")
    @SecurityRequirement(name = "grant")
    @GetMapping(path = "/api/publications/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable PublicationId id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request) {
        Function<Publication, PublicationStatus> show = view.viewFor(id, authorization);
        long seen = versionOf(lastEventId);
        Optional<Publication> now = publications.find(id);
        if (now.filter(known -> known.content().isSettled() && known.version() <= seen)
                .isPresent()) {
            return ResponseEntity.noContent().build();
        }
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            // Nothing that is written to it would tell that nobody is there any more.
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.TEXT_EVENT_STREAM)
                    .build();
        }
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        StatusFeed.Follower follower =
                feed.follow(id, ClientAddresses.site(addresses.of(request)).getHostAddress());
        Thread stream =
                Thread.ofVirtual().name("events-" + id).unstarted(() -> stream(id, seen, show, follower, emitter));
        streams.add(stream);
        stream.start();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(emitter);
    }

    /** Whatever is no version of ours counts as nothing seen. */
    private static long versionOf(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}") ? Long.parseLong(lastEventId) : -1;
    }

    private void stream(
            PublicationId id,
            long seen,
            Function<Publication, PublicationStatus> show,
            StatusFeed.Follower follower,
            SseEmitter emitter) {
        try (follower) {
            long sent = seen;
            Optional<Publication> found = publications.find(id);
            while (found.isPresent() && !follower.hasEnded()) {
                Publication latest = found.get();
                if (latest.version() > sent) {
                    emitter.send(SseEmitter.event()
                            .id(Long.toString(latest.version()))
                            .data(show.apply(latest), MediaType.APPLICATION_JSON));
                    sent = latest.version();
                } else {
                    // A comment finds out whether anybody still listens, and keeps proxies from closing.
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                if (latest.content().isSettled()) {
                    break;
                }
                follower.await(HEARTBEAT);
                found = publications.find(id);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The client left. Where the container noticed first, the emitter is closed and refuses to send at all.
            emitter.completeWithError(gone);
        } catch (InterruptedException stopping) {
            // The server stops; the client comes back with the last id it saw. The thread ends here.
            emitter.complete();
        } finally {
            streams.remove(Thread.currentThread());
        }
    }

    @EventListener
    void onStopping(ContextClosedEvent closed) {
        streams.forEach(Thread::interrupt);
    }
}
