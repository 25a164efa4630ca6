package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AppKeyTest {

    private final AppKey key = new AppKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII), "an.nv");

    @Test
    void theKeyIsSpelledAsAppsTakeIt() {
        // RFC 4648: base 32 of the key of RFC 6238's examples.
        assertThat(key.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(new AppKey(new byte[] {'f'}, "x").text()).isEqualTo("MY");
        assertThat(new AppKey("fooba".getBytes(StandardCharsets.US_ASCII), "x").text())
                .isEqualTo("MZXW 6YTB");
    }

    @Test
    void thePictureSaysTheSame() throws Exception {
        AppKey.Picture picture = key.picture();
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new Drawn(picture))))
                        .getText())
                .isEqualTo(key.uri())
                .isEqualTo("otpauth://totp/Lien%20Thong:an.nv?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Lien%20Thong&algorithm=SHA1&digits=6&period=30");
    }

    /** The path as a browser fills it, each square eight pixels wide. */
    private static final class Drawn extends LuminanceSource {

        private static final int PIXELS = 8;
        private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

        private final boolean[][] dark;

        Drawn(AppKey.Picture picture) {
            super(picture.size() * PIXELS, picture.size() * PIXELS);
            dark = new boolean[picture.size()][picture.size()];
            Matcher squares = SQUARE.matcher(picture.path());
            while (squares.find()) {
                dark[Integer.parseInt(squares.group(2))][Integer.parseInt(squares.group(1))] = true;
            }
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] filled = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                filled[x] = (byte) (dark[y / PIXELS][x / PIXELS] ? 0 : 255);
            }
            return filled;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[getWidth()]), 0, all, y * getWidth(), getWidth());
            }
            return Arrays.copyOf(all, all.length);
        }
    }
}
