package dev.slipway.server.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's own reader of WAVE files is the judge. */
class WaveFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Path path = folder.resolve("one.wav");
        try (WaveFile file = WaveFile.create(path)) {
            file.append(new byte[] {1, 2, 3, 4});
            file.append(new byte[] {5, 6});
            file.finish();
            assertThat(file.bytes()).isEqualTo(6);
        }
        try (AudioInputStream read = AudioSystem.getAudioInputStream(path.toFile())) {
            AudioFormat format = read.getFormat();
            assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
            assertThat(format.getSampleRate()).isEqualTo(16_000);
            assertThat(format.getChannels()).isEqualTo(1);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.isBigEndian()).isFalse();
            assertThat(read.getFrameLength()).isEqualTo(3);
            assertThat(read.readAllBytes()).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }
}
