package dev.slipway.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.serving.MediaLinks;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every way to a publication asks whether its viewer may have it: a row of a level that nobody is granted, as it may come
 * from another server's tables, is published and yet not there. A way that does not ask would show it.
 */
@ServerTest
class AccessRoutesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Profile PETRA = new Profile("Petra", null, null, false, null);

    /** By its pattern each way that names a publication and needs no grant; {@code everyWayIsTried} keeps it whole. */
    private static final Map<String, List<Function<Asked, String>>> WAYS = Map.of(
            "/watch/{id}", List.of(asked -> "/watch/" + asked.id()),
            "/watch/{id}/report", List.of(asked -> "/watch/" + asked.id() + "/report"),
            "/api/publications/{id}", List.of(asked -> "/api/publications/" + asked.id()),
            "/api/publications/{id}/events", List.of(asked -> "/api/publications/" + asked.id() + "/events"),
            "/media/{id}/{name:master\\.m3u8|manifest\\.mpd}",
                    List.of(
                            asked -> asked.links().masterPlaylist(asked.id()),
                            asked -> "/media/" + asked.id() + "/manifest.mpd"),
            "/media/{token}/{id}/{name}",
                    List.of(
                            asked -> asked.links().file(asked.id(), "video-240-vp9.mp4"),
                            asked -> asked.links().file(asked.id(), "poster.webp"),
                            asked -> asked.links().file(asked.id(), "video-240-vp9.mp4.m3u8"),
                            asked -> asked.links().thumbnails(asked.id())),
            "/media/authors/{id}/avatar", List.of(asked -> asked.links().avatar(asked.id())));

    /** What is for who paid or owns it, and asks whoever comes who they are, whatever the level. */
    private static final Map<String, Function<Asked, String>> FOR_PAYERS = Map.of(
            "/api/publications/{id}/receipt", asked -> "/api/publications/" + asked.id() + "/receipt",
            "/api/publications/{id}/decisions", asked -> "/api/publications/" + asked.id() + "/decisions",
            "/api/webhooks/{id}/deliveries", asked -> "/api/webhooks/" + asked.id() + "/deliveries");

    /** What is for moderators, whose token opens it whatever the level; nobody else's does. */
    private static final Map<String, Function<Asked, String>> FOR_MODERATORS = Map.of(
            "/media/authors/{token}/{id}/avatar",
            asked -> asked.links().forReview(asked.id()).avatar(),
            "/media/strips/{token}/{id}/{number}",
            asked -> asked.links().forReview(asked.id()).strip(0));

    private final RequestMappingHandlerMapping handlers;
    private final PublishedFilms films;
    private final MediaLinks links;
    private final ApiClient api;

    @Autowired
    AccessRoutesTest(ApplicationContext server, MediaLinks links, @LocalServerPort int port) {
        this.handlers = server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        this.films = new PublishedFilms(server);
        this.links = links;
        this.api = new ApiClient(port);
    }

    /** A publication and who makes addresses of its files. */
    private record Asked(PublicationId id, MediaLinks links) {}

    static Stream<Arguments> levels() {
        return Stream.of(
                Arguments.of(AccessLevel.PUBLIC, 200),
                Arguments.of(AccessLevel.UNLISTED, 200),
                Arguments.of(AccessLevel.SUBSCRIBER, 404),
                Arguments.of(AccessLevel.SPONSOR, 404));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    void everyWayFollowsTheLevel(AccessLevel level, int status) throws Exception {
        Asked asked = new Asked(publish(level), links);
        List<String> addresses = WAYS.values().stream()
                .flatMap(List::stream)
                .map(address -> address.apply(asked))
                .toList();

        assertThat(addresses)
                .allSatisfy(address -> assertThat(api.get(address).statusCode()).isEqualTo(status));
        assertThat(FOR_PAYERS.values())
                .allSatisfy(way ->
                        assertThat(api.get(way.apply(asked)).statusCode()).isEqualTo(401));
        String publicToken = links.file(asked.id(), "").split("/")[2];
        assertThat(FOR_MODERATORS.values()).allSatisfy(way -> {
            String address = way.apply(asked);
            assertThat(api.get(address).statusCode()).isEqualTo(200);
            assertThat(api.get(address.replaceFirst("/media/([a-z]+)/[^/]+", "/media/$1/" + publicToken))
                            .statusCode())
                    .isEqualTo(404);
        });
    }

    @Test
    void everyWayIsTried() {
        Set<String> ways = handlers.getHandlerMethods().keySet().stream()
                .filter(AccessRoutesTest::isRead)
                .flatMap(way -> way.getPatternValues().stream())
                .filter(pattern -> pattern.contains("{id}"))
                .collect(Collectors.toSet());
        assertThat(ways)
                .isEqualTo(Stream.of(WAYS, FOR_PAYERS, FOR_MODERATORS)
                        .flatMap(known -> known.keySet().stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isRead(RequestMappingInfo way) {
        Set<RequestMethod> methods = way.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private PublicationId publish(AccessLevel level) throws IOException {
        PublicationForm form = new PublicationForm("A fractal", "", List.of()).with(level);
        PublicationId id = films.publishBy(PETRA, Film.made(), form, NOON);
        films.takePicture(id, Film.made());
        return id;
    }
}
