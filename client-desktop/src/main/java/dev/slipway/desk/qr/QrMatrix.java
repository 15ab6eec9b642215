package dev.slipway.desk.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** The modules of a QR code (ISO/IEC 18004) with error correction M, without the clear border that belongs around it. */
public final class QrMatrix {
    /** Clear modules around it, which the standard asks for. */
    public static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrMatrix(ByteMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException where it is more than a code can hold, some 2,000 characters */
    public static QrMatrix of(String text) {
        try {
            return new QrMatrix(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", e);
        }
    }

    /** In modules. */
    public int side() {
        return modules.getWidth();
    }

    /** Outside it everything is light. */
    public boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < side() && y < side() && modules.get(x, y) == 1;
    }
}
