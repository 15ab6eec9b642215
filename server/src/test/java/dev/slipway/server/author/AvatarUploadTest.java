package dev.slipway.server.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.profile.ProfileRules;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class AvatarUploadTest {
    private static final byte[] PICTURE = random(5_000);

    private final PreparedPublications prepared;
    private final Publications publications;
    private final ArrivedAvatars arrived;
    private final ApiClient api;

    @Autowired
    AvatarUploadTest(
            ApplicationContext server, Publications publications, ArrivedAvatars arrived, @LocalServerPort int port) {
        this.prepared = new PreparedPublications(server);
        this.publications = publications;
        this.arrived = arrived;
        this.api = new ApiClient(port);
    }

    @Test
    void theSignedPictureIsTakenAndMayComeAgain() throws Exception {
        PublicationId id = uploading(named(PICTURE));

        assertThat(put(id, PICTURE).statusCode()).isEqualTo(204);
        assertThat(put(id, PICTURE).statusCode()).isEqualTo(204);

        assertThat(arrived.uploaded(id))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(PICTURE));
    }

    @Test
    void theLargestPictureThatTheRulesAllowIsTaken() throws Exception {
        byte[] largest = random(ProfileRules.MAX_AVATAR_BYTES);

        assertThat(put(uploading(named(largest)), largest).statusCode()).isEqualTo(204);
    }

    @Test
    void anotherPictureOfTheSameLengthIsRefused() throws Exception {
        byte[] other = PICTURE.clone();
        other[17]++;
        PublicationId id = uploading(named(PICTURE));

        assertProblem(put(id, other), 422, "hash-differs");
        assertThat(arrived.uploaded(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_999, 5_001, 70_000, 3_000_000})
    void anotherLengthIsRefusedWhetherItIsToldOrNot(int length) throws Exception {
        PublicationId id = uploading(named(PICTURE));
        byte[] body = Arrays.copyOf(PICTURE, length);

        assertProblem(put(id, body), 422, "size-differs");
        if (length < 100_000) {
            BodyPublisher untold = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
            assertProblem(put(id, grant(id), "image/webp", untold), 422, "size-differs");
        }
        assertThat(arrived.uploaded(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", "text/html"})
    void anotherTypeIsRefused(String type) throws Exception {
        PublicationId id = uploading(named(PICTURE));

        assertProblem(put(id, grant(id), type, BodyPublishers.ofByteArray(PICTURE)), 415, "unsupported-media-type");
    }

    @Test
    void onlyTheGrantOfThisPublicationBringsAPicture() throws Exception {
        PublicationId id = uploading(named(PICTURE));
        PublicationId other = uploading(named(PICTURE));

        assertProblem(put(id, null, "image/webp", BodyPublishers.ofByteArray(PICTURE)), 401, "unauthorized");
        assertProblem(put(id, grant(other), "image/webp", BodyPublishers.ofByteArray(PICTURE)), 401, "unauthorized");
        assertThat(arrived.uploaded(id)).isEmpty();
    }

    @Test
    void aFormWithoutAPictureTakesNone() throws Exception {
        assertProblem(put(uploading(null), PICTURE), 404, "not-found");
        assertProblem(put(uploading(new Profile("Anna", null, null, false, null)), PICTURE), 404, "not-found");
    }

    @Test
    void whoStaysUnnamedBringsNoPictureAndNeedsNone() throws Exception {
        PublicationId id = uploading(new Profile("Anna", null, null, true, avatar(PICTURE)));

        HttpResponse<String> answer = put(id, PICTURE);

        assertProblem(answer, 409, "wrong-state");
        assertThat(ApiClient.problem(answer).detail()).contains("unnamed");
        assertThat(missing(id)).isEmpty();
    }

    @Test
    void beforeThePaymentIsInABlockNothingIsTaken() throws Exception {
        PublicationId id = prepared.draft(Manifests.small(), form(named(PICTURE)));

        assertProblem(put(id, PICTURE), 402, "payment-required");
    }

    @Test
    void aPublicationThatIsOverTakesNothingAndKeepsNothing() throws Exception {
        PublicationId id = uploading(named(PICTURE));
        put(id, PICTURE);
        publications.changeContent(id, ContentState.CANCELLED, null);

        assertProblem(put(id, PICTURE), 409, "wrong-state");
        assertThat(arrived.uploaded(id)).isEmpty();
    }

    @Test
    void completeWaitsForThePicture() throws Exception {
        PublicationId id = uploading(named(PICTURE));

        HttpResponse<String> answer = complete(id);
        assertProblem(answer, 409, "upload-incomplete");
        assertThat(ApiClient.problem(answer).violations())
                .contains(new Violation("profile.avatar", "0 of 5000 bytes are here"));
        assertThat(ApiClient.problem(answer).detail()).contains("profile.avatar");

        put(id, PICTURE);
        assertThat(ApiClient.problem(complete(id)).detail()).doesNotContain("profile.avatar");
    }

    private List<String> missing(PublicationId id) {
        return arrived.missing(publications.find(id).orElseThrow()).stream()
                .map(Violation::field)
                .toList();
    }

    private PublicationId uploading(@Nullable Profile profile) {
        return prepared.uploading(Manifests.small(), form(profile));
    }

    private static PublicationForm form(@Nullable Profile profile) {
        return new PublicationForm("A ship", "", List.of(), profile);
    }

    private static Profile named(byte[] picture) {
        return new Profile("Anna", null, null, false, avatar(picture));
    }

    private static Avatar avatar(byte[] picture) {
        return new Avatar(Hex.plain(Sha256.of(picture)), picture.length);
    }

    private String grant(PublicationId id) {
        return prepared.grant(id);
    }

    private HttpResponse<String> put(PublicationId id, byte[] body) throws IOException, InterruptedException {
        return put(id, grant(id), Avatar.MEDIA_TYPE, BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> put(PublicationId id, @Nullable String grant, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = api.request("/api/publications/" + id + "/avatar").header("Content-Type", type);
        if (grant != null) {
            request.header("Authorization", "Bearer " + grant);
        }
        return api.send(request.PUT(body).build());
    }

    private HttpResponse<String> complete(PublicationId id) throws IOException, InterruptedException {
        return api.send(api.request("/api/publications/" + id + "/complete")
                .header("Authorization", "Bearer " + grant(id))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"uploads\":[]}"))
                .build());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(ApiClient.problem(answer).code().code()).isEqualTo(code);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
