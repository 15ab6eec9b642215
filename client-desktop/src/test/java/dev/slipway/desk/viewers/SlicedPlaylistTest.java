package dev.slipway.desk.viewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicedPlaylistTest {
    @Test
    void everyByteRangeBecomesAResourceOfItsOwn() {
        SlicedPlaylist sliced = SlicedPlaylist.of(List.of(
                "#EXTM3U",
                "#EXT-X-VERSION:7",
                "#EXT-X-MAP:URI=\"../video-720-h264.mp4\",BYTERANGE=\"810@0\"",
                "#EXTINF:4.000000,",
                "#EXT-X-BYTERANGE:424081@1150",
                "../video-720-h264.mp4",
                "#EXTINF:2.000000,",
                "#EXT-X-BYTERANGE:1000",
                "../video-720-h264.mp4",
                "#EXT-X-ENDLIST"));
        assertThat(sliced.text()).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-MAP:URI="video-720-h264.mp4/0-810.mp4"
                        #EXTINF:4.000000,
                        video-720-h264.mp4/1150-424081.mp4
                        #EXTINF:2.000000,
                        video-720-h264.mp4/425231-1000.mp4
                        #EXT-X-ENDLIST
                        """);
        assertThat(sliced.slices())
                .containsExactly(
                        new SlicedPlaylist.Slice("video-720-h264.mp4", 0, 810),
                        new SlicedPlaylist.Slice("video-720-h264.mp4", 1150, 424_081),
                        new SlicedPlaylist.Slice("video-720-h264.mp4", 425_231, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "video.mp4", "http://elsewhere.example/video.mp4"})
    void whatThisEngineDoesNotWriteIsRefused(String segment) {
        assertThatThrownBy(() -> SlicedPlaylist.of(List.of("#EXT-X-BYTERANGE:10@0", segment)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SlicedPlaylist.of(List.of("#EXT-X-BYTERANGE:x@0", "../video.mp4")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
