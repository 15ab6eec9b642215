package dev.slipway.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlipwayHomeTest {
    private static final Path USER = Path.of("/home/ada");

    @Test
    void eachPlatformHasItsPlace() {
        assertThat(folder(Map.of(), "Linux")).isEqualTo(Path.of("/home/ada/.local/share/slipway"));
        assertThat(folder(Map.of("XDG_DATA_HOME", "/data"), "Linux")).isEqualTo(Path.of("/data/slipway"));
        assertThat(folder(Map.of(), "Mac OS X")).isEqualTo(Path.of("/home/ada/Library/Application Support/Slipway"));
        assertThat(folder(Map.of(), "Windows 11")).isEqualTo(Path.of("/home/ada/AppData/Roaming/Slipway"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(folder(Map.of("XDG_DATA_HOME", "data"), "Linux"))
                .isEqualTo(Path.of("/home/ada/.local/share/slipway"));
    }

    @Test
    void slipwayHomeWinsEverywhere() {
        assertThat(folder(Map.of("SLIPWAY_HOME", "/x/y", "XDG_DATA_HOME", "/data"), "Linux"))
                .isEqualTo(Path.of("/x/y"));
    }

    private static Path folder(Map<String, String> environment, String os) {
        return SlipwayHome.locate(environment, os, USER).folder();
    }
}
