package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.publication.UploadProgress;
import dev.slipway.server.storage.SealedArtifacts;
import dev.slipway.server.storage.StoredArtifacts;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestConstructor;

/** The official client judges the protocol. */
@ServerTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TusClientTest {
    private static final Cargo CARGO = Cargo.of(3_000_000);

    private final ApplicationContext context;
    private final Publications publications;
    private final PublicationId publication;
    private final String grant;
    private final URI server;

    @Autowired
    TusClientTest(ApplicationContext context, Publications publications, @LocalServerPort int port) {
        PreparedPublications prepared = new PreparedPublications(context);
        this.context = context;
        this.publications = publications;
        this.publication = prepared.uploading(CARGO.manifest());
        this.grant = prepared.grant(publication);
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void theOfficialClientUploadsWholeFilesAndTheyAreSealed() throws Exception {
        URI video = upload(Cargo.VIDEO, CARGO.video());
        URI poster = upload(Cargo.POSTER, CARGO.poster());
        try (TusCalls tus = new TusCalls(server, grant)) {
            HttpResponse<String> early = tus.complete(publication, TusCalls.id(video));
            assertThat(TusCalls.code(early)).isEqualTo("upload-incomplete");

            HttpResponse<String> first = tus.complete(publication, TusCalls.id(video), TusCalls.id(poster));
            HttpResponse<String> again = tus.complete(publication, TusCalls.id(video), TusCalls.id(poster));

            assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(TusCalls.code(tus.patch(video, CARGO.video().length, new byte[0])))
                    .isEqualTo("wrong-state");
            assertThat(TusCalls.code(tus.send(tus.request(video).DELETE()))).isEqualTo("wrong-state");
        }
        assertThat(publications.find(publication).orElseThrow().content()).isNotEqualTo(ContentState.UPLOADING);
        assertThat(context.getBean(SealedArtifacts.class).sealedFiles(publication))
                .hasSize(2);
        assertThat(context.getBean(StoredArtifacts.class).of(publication))
                .as("nothing is visible before it was verified")
                .isEmpty();
    }

    @Test
    void theOfficialClientGoesOnAfterACutConnection() throws Exception {
        URI video;
        try (TusCalls tus = new TusCalls(server, grant)) {
            video = tus.created(publication, Cargo.VIDEO, CARGO.video().length);
            sendAndCut(video, 1_234_567);
            URI upload = video;
            long kept = Await.until("the bytes before the cut", () -> offset(tus, upload), at -> at == 1_234_567);
            assertThat(kept).isEqualTo(1_234_567);
        }

        TusUploader uploader = client().beginOrResumeUploadFromURL(upload(CARGO.video(), Cargo.VIDEO), video.toURL());
        assertThat(uploader.getOffset()).isEqualTo(1_234_567);
        send(uploader);

        PublicationStatus.Upload status = context.getBean(UploadProgress.class)
                .of(publications.find(publication).orElseThrow())
                .getFirst();
        assertThat(status.received()).isEqualTo(CARGO.video().length);
        assertThat(status.url()).isEqualTo(video.toString());
    }

    /** The start of a PATCH that promises the rest and is hung up. */
    private void sendAndCut(URI upload, int bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + grant
                            + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: " + Tus.CONTENT_TYPE
                            + "\r\nContent-Length: " + CARGO.video().length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(CARGO.video(), 0, bytes);
            out.flush();
        }
    }

    private static long offset(TusCalls tus, URI upload) {
        try {
            return tus.offset(upload);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI upload(String path, byte[] bytes) throws IOException, ProtocolException {
        TusUploader uploader = client().createUpload(upload(bytes, path));
        send(uploader);
        return URI.create(uploader.getUploadURL().toString());
    }

    private static void send(TusUploader uploader) throws IOException, ProtocolException {
        uploader.setChunkSize(256 * 1024);
        uploader.setRequestPayloadSize(1024 * 1024);
        int sent;
        do {
            sent = uploader.uploadChunk();
        } while (sent >= 0);
        uploader.finish();
    }

    private TusClient client() throws IOException {
        TusClient client = new TusClient();
        client.setUploadCreationURL(server.resolve("/api/uploads").toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + grant));
        return client;
    }

    private TusUpload upload(byte[] bytes, String path) {
        TusUpload upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(bytes));
        upload.setSize(bytes.length);
        upload.setMetadata(Map.of("publication", publication.toString(), "path", path));
        return upload;
    }
}
