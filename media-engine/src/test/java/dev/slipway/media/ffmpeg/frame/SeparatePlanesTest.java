package dev.slipway.media.ffmpeg.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparatePlanesTest {

    @ParameterizedTest
    @CsvSource({"yuv420p,nv12,1", "yuv420p10le,p010le,2"})
    void noValueChangesWhenColourPlanesAreParted(String apart, String together, int bytes) {
        List<ByteBuffer> expected = new ArrayList<>();
        List<ByteBuffer> parted = new ArrayList<>();
        String source = "testsrc2=size=322x182:rate=5,trim=end_frame=5,noise=alls=90,format=" + apart;
        try (FilterGraph pictures = FilterGraph.pictureSource(source);
                SeparatePlanes planes = new SeparatePlanes()) {
            boolean more = true;
            while (more) {
                more = pictures.pull(picture -> {
                    expected.add(visible(picture, bytes));
                    try (FilterGraph joined = FilterGraph.forPictures(
                            picture.pictureFormat(), Timebase.MICROSECONDS, "format=" + together, 1)) {
                        joined.filter(
                                picture,
                                like -> planes.separate(like, again -> {
                                    assertThat(again.pictureFormat()).isEqualTo(picture.pictureFormat());
                                    assertThat(again.pts()).isEqualTo(picture.pts());
                                    parted.add(visible(again, bytes));
                                }));
                    }
                });
            }
        }
        assertThat(parted).hasSize(5).isEqualTo(expected);
    }

    @Test
    void aLayoutWithoutATwinIsRefused() {
        try (FilterGraph pictures = FilterGraph.pictureSource("testsrc2=size=64x48,format=nv16");
                SeparatePlanes planes = new SeparatePlanes()) {
            assertThatThrownBy(() -> pictures.pull(picture -> planes.separate(picture, ignored -> {})))
                    .isInstanceOf(FfmpegException.class)
                    .hasMessageContaining("nv16");
        }
    }

    /** All planes without the padding at the end of their rows. */
    private static ByteBuffer visible(Frame picture, int bytes) {
        ByteBuffer values = ByteBuffer.allocate(picture.width() * picture.height() * bytes * 2);
        for (int plane = 0; plane < 3; plane++) {
            int width = (plane == 0 ? picture.width() : picture.width() / 2) * bytes;
            int height = plane == 0 ? picture.height() : picture.height() / 2;
            long stride = picture.pointer().linesize(plane);
            BytePointer data = picture.pointer().data(plane).capacity(stride * height);
            byte[] row = new byte[width];
            for (int y = 0; y < height; y++) {
                data.position(y * stride).get(row);
                values.put(row);
            }
        }
        return values.flip();
    }
}
