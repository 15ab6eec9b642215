package dev.slipway.server.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileRequestTest {
    private static final EntityTag TAG = EntityTag.ofSha256("0123456789abcdef".repeat(4));
    private static final String OURS = "\"0123456789abcdef0123456789abcdef\"";
    private static final FileAnswer.Part FIRST_TEN = new FileAnswer.Part(new ByteRange.Part(0, 9));

    @Test
    void aClientThatHasTheFileIsToldSo() {
        assertThat(answer("GET", null, OURS, null, null)).isInstanceOf(FileAnswer.NotModified.class);
        assertThat(answer("HEAD", null, "\"x\", W/" + OURS, null, null)).isInstanceOf(FileAnswer.NotModified.class);
        assertThat(answer("GET", null, "*", null, null)).isInstanceOf(FileAnswer.NotModified.class);
        assertThat(answer("GET", null, "\"x\"", null, null)).isInstanceOf(FileAnswer.Whole.class);
    }

    @Test
    void havingTheFileCountsBeforeTheRange() {
        assertThat(answer("GET", null, OURS, null, "bytes=0-9")).isInstanceOf(FileAnswer.NotModified.class);
    }

    @Test
    void aClientThatInsistsOnAnotherVersionGetsNone() {
        assertThat(answer("GET", "\"x\"", null, null, null)).isInstanceOf(FileAnswer.PreconditionFailed.class);
        assertThat(answer("GET", "W/" + OURS, null, null, null)).isInstanceOf(FileAnswer.PreconditionFailed.class);
        assertThat(answer("GET", OURS, null, null, "bytes=0-9")).isEqualTo(FIRST_TEN);
    }

    @Test
    void ifRangeGivesThePartOfTheSameVersionAndElseTheWhole() {
        assertThat(answer("GET", null, null, OURS, "bytes=0-9")).isEqualTo(FIRST_TEN);
        assertThat(answer("GET", null, null, "\"x\"", "bytes=0-9")).isInstanceOf(FileAnswer.Whole.class);
        assertThat(answer("GET", null, null, "W/" + OURS, "bytes=0-9")).isInstanceOf(FileAnswer.Whole.class);
        assertThat(answer("GET", null, null, "Sat, 21 Nov 2026 06:00:00 GMT", "bytes=0-9"))
                .isInstanceOf(FileAnswer.Whole.class);
    }

    @Test
    void aRangeIsForGetAlone() {
        assertThat(answer("HEAD", null, null, null, "bytes=0-9")).isInstanceOf(FileAnswer.Whole.class);
    }

    private static FileAnswer answer(
            String method,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch,
            @Nullable String ifRange,
            @Nullable String range) {
        return new FileRequest(method, ifMatch, ifNoneMatch, ifRange, range).answer(TAG, 100);
    }
}
