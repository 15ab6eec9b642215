package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestConstructor;

@ServerTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UploadProtocolTest {
    private static final Cargo CARGO = Cargo.of(100_000);

    private final Publications publications;
    private final PreparedPublications prepared;
    private final URI server;

    private PublicationId publication;
    private TusCalls tus;

    @Autowired
    UploadProtocolTest(ApplicationContext context, Publications publications, @LocalServerPort int port) {
        this.publications = publications;
        this.prepared = new PreparedPublications(context);
        this.server = URI.create("http://127.0.0.1:" + port);
        this.publication = prepared.uploading(CARGO.manifest());
        this.tus = new TusCalls(server, prepared.grant(publication));
    }

    @BeforeEach
    void startFromAFreshPublication() {
        tus.close();
        publication = prepared.uploading(CARGO.manifest());
        tus = new TusCalls(server, prepared.grant(publication));
    }

    @AfterEach
    void hangUp() {
        tus.close();
    }

    @Test
    void optionsTellsWhatIsSpoken() throws Exception {
        HttpResponse<String> answer = tus.send(tus.request("/api/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Extension")).contains("creation,termination,expiration");
        assertThat(answer.headers().firstValueAsLong("Tus-Max-Size")).hasValue(64L << 30);
    }

    @Test
    void aFileArrivesInTwoParts() throws Exception {
        URI upload = video();

        HttpResponse<String> first = tus.patch(upload, 0, Arrays.copyOf(CARGO.video(), 60_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValueAsLong("Upload-Offset")).hasValue(60_000);
        assertThat(tus.offset(upload)).isEqualTo(60_000);

        HttpResponse<String> second =
                tus.patch(upload, 60_000, Arrays.copyOfRange(CARGO.video(), 60_000, CARGO.video().length));
        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(second.headers().firstValue("Upload-Expires")).isPresent();

        HttpResponse<String> head = tus.head(upload);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Upload-Offset")).hasValue(CARGO.video().length);
        assertThat(head.headers().firstValueAsLong("Upload-Length")).hasValue(CARGO.video().length);
        assertThat(head.headers().firstValue("Upload-Metadata"))
                .contains(TusCalls.metadata(publication.toString(), Cargo.VIDEO));
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void creatingTwiceGivesTheSameUpload() throws Exception {
        URI first = video();
        tus.patch(first, 0, Arrays.copyOf(CARGO.video(), 10));

        assertThat(video()).isEqualTo(first);
        assertThat(tus.offset(first)).isEqualTo(10);
    }

    @Test
    void clientsWithoutPatchAndDeleteSendPost() throws Exception {
        URI upload = video();

        HttpResponse<String> patched = tus.send(tus.request(upload)
                .header("X-HTTP-Method-Override", "PATCH")
                .header(Tus.OFFSET, "0")
                .header("Content-Type", Tus.CONTENT_TYPE)
                .POST(BodyPublishers.ofByteArray(CARGO.video())));
        HttpResponse<String> deleted = tus.send(
                tus.request(upload).header("X-HTTP-Method-Override", "DELETE").POST(BodyPublishers.noBody()));

        assertThat(patched.statusCode()).isEqualTo(204);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(tus.head(upload).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedUploadGivesItsRoomBack() throws Exception {
        URI first = video();
        assertThat(tus.send(tus.request(first).DELETE()).statusCode()).isEqualTo(204);

        URI second = video();

        assertThat(second).isNotEqualTo(first);
        assertThat(tus.head(first).statusCode()).isEqualTo(404);
        assertThat(tus.offset(second)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "video-360-vp9.mp4, 99999, 422, size-differs",
        "video-360-vp9.mp4, 100001, 422, size-differs",
        "video-360-vp9.mp4, -1, 400, bad-request",
        "video-360-vp9.mp4, 1e5, 400, bad-request",
        "video-360-vp9.mp4, 99999999999999999999, 400, bad-request",
        "video-360-vp9.mp4, 9223372036854775807, 413, payload-too-large",
        "../../../../etc/passwd, 100000, 403, upload-refused",
        "/etc/passwd, 100000, 403, upload-refused",
        "video-360-vp9.mp4/../poster.webp, 500, 403, upload-refused",
        "VIDEO-360-VP9.MP4, 100000, 403, upload-refused",
    })
    void onlyWhatTheManifestNamesIsTaken(String path, String length, int status, String code) throws Exception {
        HttpResponse<String> answer = tus.create(publication, path, length);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TusCalls.code(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "path dmlkZW8=",
                "publication eA==,path dmlkZW8=",
                "publication !!!,path dmlkZW8=",
                "path dmlkZW8=,path dmlkZW8=",
                "publication,path",
                "a b c",
                ",,,",
            })
    void metadataThatCannotBeReadIsABadRequest(String metadata) throws Exception {
        HttpResponse<String> answer = tus.send(tus.request("/api/uploads")
                .header(Tus.LENGTH, "100000")
                .header(Tus.METADATA, metadata)
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TusCalls.code(answer)).isEqualTo("bad-request");
    }

    @Test
    void missingHeadersAreBadRequests() throws Exception {
        URI upload = video();

        HttpResponse<String> noLength = tus.send(tus.request("/api/uploads")
                .header(Tus.METADATA, TusCalls.metadata(publication.toString(), Cargo.VIDEO))
                .POST(BodyPublishers.noBody()));
        HttpResponse<String> noMetadata =
                tus.send(tus.request("/api/uploads").header(Tus.LENGTH, "1").POST(BodyPublishers.noBody()));
        HttpResponse<String> noOffset = tus.send(tus.request(upload)
                .header("Content-Type", Tus.CONTENT_TYPE)
                .method("PATCH", BodyPublishers.ofString("x")));

        for (HttpResponse<String> answer : List.of(noLength, noMetadata, noOffset)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(TusCalls.code(answer)).isEqualTo("bad-request");
        }
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws Exception {
        HttpResponse<String> answer =
                tus.send(tus.request(video()).setHeader(Tus.RESUMABLE, "0.2.2").HEAD());

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpResponse<String> answer = tus.send(tus.request(video())
                .header(Tus.OFFSET, "0")
                .header("Content-Type", "application/octet-stream")
                .method("PATCH", BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(TusCalls.code(answer)).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"1, 409", "99, 409", "101, 409", "100000, 409", "9223372036854775807, 409", "-1, 400", "0x64, 400"})
    void bytesAreTakenAtTheOffsetOnly(String offset, int status) throws Exception {
        URI upload = video();
        tus.patch(upload, 0, Arrays.copyOf(CARGO.video(), 100));

        HttpResponse<String> answer = tus.patch(upload, offset, BodyPublishers.ofByteArray(new byte[10]));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TusCalls.code(answer)).isEqualTo(status == 409 ? "upload-mismatch" : "bad-request");
        assertThat(tus.offset(upload)).isEqualTo(100);
    }

    @Test
    void aBodyLongerThanDeclaredIsRefusedWhetherItSaysSoOrNot() throws Exception {
        URI upload = video();
        byte[] tooLong = Arrays.copyOf(CARGO.video(), CARGO.video().length + 1);

        HttpResponse<String> announced = tus.patch(upload, 0, tooLong);
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(tus.offset(upload)).isZero();

        HttpResponse<String> chunked =
                tus.patch(upload, "0", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(tus.offset(upload)).isEqualTo(CARGO.video().length);
    }

    @Test
    void withoutAGrantNothingIsTold() throws Exception {
        URI upload = video();
        PublicationId other = prepared.uploading(CARGO.manifest());
        try (TusCalls stranger = new TusCalls(server, prepared.grant(other))) {
            URI unknown = server.resolve("/api/uploads/" + "0".repeat(32));
            assertThat(stranger.head(upload).statusCode()).isEqualTo(404);
            assertThat(stranger.patch(upload, 0, new byte[1]).body())
                    .isEqualTo(stranger.patch(unknown, 0, new byte[1]).body());
            assertThat(stranger.send(stranger.request(upload).DELETE()).statusCode())
                    .isEqualTo(404);
            assertThat(stranger.create(publication, Cargo.VIDEO, "100000").statusCode())
                    .isEqualTo(401);
            assertThat(stranger.complete(publication, TusCalls.id(upload)).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> nobody = tus.send(
                tus.request(upload).setHeader("Authorization", "Basic eDp5").HEAD());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(tus.offset(upload)).isZero();
    }

    @Test
    void beforeThePaymentIsInABlockNothingIsTaken() throws Exception {
        PublicationId unpaid = prepared.draft(CARGO.manifest());
        try (TusCalls early = new TusCalls(server, prepared.grant(unpaid))) {
            HttpResponse<String> answer = early.create(unpaid, Cargo.VIDEO, "100000");

            assertThat(answer.statusCode()).isEqualTo(402);
            assertThat(TusCalls.code(answer)).isEqualTo("payment-required");
        }
    }

    @Test
    void aPublicationThatIsOverTakesNothing() throws Exception {
        URI upload = video();
        publications.changeContent(publication, ContentState.CANCELLED, null);

        assertThat(TusCalls.code(tus.patch(upload, 0, CARGO.video()))).isEqualTo("wrong-state");
        assertThat(TusCalls.code(tus.create(publication, Cargo.POSTER, "500"))).isEqualTo("wrong-state");
    }

    private URI video() throws IOException, InterruptedException {
        return tus.created(publication, Cargo.VIDEO, CARGO.video().length);
    }
}
