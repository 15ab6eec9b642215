package dev.slipway.desk.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrMatrixTest {
    private static final String LINK =
            "ethereum:0x" + "0e".repeat(20) + "@31337/pay?bytes32=0x" + "ab".repeat(32) + "&value=1000000000000000";

    @Test
    void aCameraReadsWhatWasWritten() throws ChecksumException, FormatException {
        QrMatrix matrix = QrMatrix.of(LINK);
        BitMatrix seen = new BitMatrix(matrix.side());
        for (int y = 0; y < matrix.side(); y++) {
            for (int x = 0; x < matrix.side(); x++) {
                if (matrix.isDark(x, y)) {
                    seen.set(x, y);
                }
            }
        }

        assertThat(new Decoder().decode(seen).getText()).isEqualTo(LINK);
    }

    @Test
    void aTerminalShowsTheSame() throws ChecksumException, FormatException {
        QrMatrix matrix = QrMatrix.of(LINK);
        List<String> lines = QrLines.of(matrix);
        BitMatrix seen = new BitMatrix(matrix.side());
        for (int y = 0; y < matrix.side(); y++) {
            for (int x = 0; x < matrix.side(); x++) {
                int row = y + QrMatrix.QUIET;
                char both = lines.get(row / 2).charAt(x + QrMatrix.QUIET);
                boolean isLight = both == '\u2588' || both == (row % 2 == 0 ? '\u2580' : '\u2584');
                if (!isLight) {
                    seen.set(x, y);
                }
            }
        }

        assertThat(new Decoder().decode(seen).getText()).isEqualTo(LINK);
        assertThat(lines.getFirst().chars().distinct().toArray())
                .as("the border is clear")
                .containsExactly('\u2588');
    }

    @Test
    void whatIsTooLongIsSaid() {
        assertThatThrownBy(() -> QrMatrix.of("x".repeat(5000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000");
    }
}
