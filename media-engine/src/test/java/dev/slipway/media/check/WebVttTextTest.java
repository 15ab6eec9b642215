package dev.slipway.media.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebVttTextTest {
    private static final String CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n";

    @TempDir
    Path folder;

    @Test
    void cuesWithSettingsAndSimpleTagsAreTaken() {
        String text = "\uFEFFWEBVTT - a film\r\n\r\n1\r\n01:00:01.000 --> 01:00:02.500 align:start line:90%\r\n"
                + "<v Anna><i>Привет</i> &amp; a &lt; b</v>\r\n";
        assertThatCode(() -> check(text.getBytes(StandardCharsets.UTF_8))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1~00:01,000 --> 00:02,000~subrip                  | WEBVTT",
                "WEBVTT~~00:03.000 --> 00:02.000~back              | ends before it begins",
                "WEBVTT~~00:01.000 --> soon~x                      | no timing",
                "WEBVTT~~STYLE~::cue { background: url(http://x) } | begins a STYLE block",
                "WEBVTT~STYLE ~::cue { color: red }                | begins a STYLE block",
                "WEBVTT~~00:01.000 --> 00:02.000~a~~REGION~id:x    | begins a REGION block",
            })
    void whatIsNotPlainWebVttIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> check(text.replace('~', '\n').getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    @Test
    void wordsOfACueAreNoBlocks() {
        String cue = CUE + "REGION\nSTYLE\nREGIONAL NEWS\nNOTE\n\n";
        String identifier = "STYLE 1\n00:02.000 --> 00:03.000\nSTYLE IS EVERYTHING\n";
        assertThatCode(() -> check((cue + identifier).getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    void whoMakesAFileIsToldWhatItsCheckWouldRefuse() throws IOException {
        Path file = folder.resolve("made.vtt");
        assertThat(WebVttText.fault(Files.writeString(file, CUE + "a\n"))).isEmpty();
        assertThat(WebVttText.fault(Files.writeString(file, CUE + "a\fb\n")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("line 4 holds control characters"));
    }

    @Test
    void markupThatABrowserMightRunIsRefused() {
        for (String tag : new String[] {"<script>x()</script>", "<img src=x onerror=y>", "<a href=z>", "<i onclick"}) {
            assertThatThrownBy(() -> check((CUE + tag + "\n").getBytes(StandardCharsets.UTF_8)))
                    .as(tag)
                    .hasMessageContaining("tag");
        }
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] text = (CUE + "x\n").getBytes(StandardCharsets.UTF_8);
        text[text.length - 2] = (byte) 0xE9;
        assertThatThrownBy(() -> check(text)).hasMessageContaining("UTF-8");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThatThrownBy(() -> check((CUE + "\u0000\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("control");
    }

    private void check(byte[] text) throws IOException {
        Path file = Files.write(folder.resolve("s.vtt"), text);
        assertThat(file).exists();
        WebVttText.check(
                new Artifact(ArtifactRole.SUBTITLES, "s.vtt", text.length, "", ArtifactMedia.subtitles("ru")), file);
    }
}
