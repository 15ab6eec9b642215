package dev.slipway.media.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.output.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeGraphTest {
    @Test
    void eachBranchIsScaledFromTheSmallestRungThatIsNotSmaller() {
        List<PictureBranch> branches = List.of(
                branch(1280, 720, "", true),
                branch(640, 360, "", true),
                branch(480, 270, "select='not(mod(n,5))'", false));

        assertThat(new CascadeGraph(branches, new Size(1280, 720)).text())
                .isEqualTo("[0:v]scale=1280:720:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv420p[i0];"
                        + "[i0]null,split=2[v0][i1];"
                        + "[i1]scale=640:360:flags=bicubic,split=2[v1][i2];"
                        + "[i2]select='not(mod(n,5))',scale=480:270:flags=bicubic[v2]");
    }

    private static PictureBranch branch(int width, int height, String select, boolean carries) {
        return new PictureBranch("file", new Size(width, height), select, "", carries, List.of(), List.of());
    }
}
