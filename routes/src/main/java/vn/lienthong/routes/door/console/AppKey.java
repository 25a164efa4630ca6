package vn.lienthong.routes.door.console;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.lienthong.gateway.access.OneTimeCodes;

/** A key of a second factor, as an authenticator app takes it up: typed, or from a picture. */
final class AppKey {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int GROUP = 4;
    private static final String ISSUER = "Lien Thong";

    private final byte[] secret;
    private final String username;

    AppKey(byte[] secret, String username) {
        this.secret = secret.clone();
        this.username = username;
    }

    /**
     * A picture of squares.
     *
     * @param path of an SVG path element, one unit a square
     * @param size squares in a row, the quiet zone included
     */
    record Picture(String path, int size) {}

    /** In groups of four letters and digits, for who types it. */
    String text() {
        return base32().replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /** What the picture says, as all apps read it. */
    String uri() {
        String issuer = encoded(ISSUER);
        return "otpauth://totp/" + issuer + ":" + encoded(username) + "?secret=" + base32() + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=" + OneTimeCodes.DIGITS + "&period=" + OneTimeCodes.STEP_SECONDS;
    }

    Picture picture() {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(
                            uri(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            return new Picture(path(squares), squares.getWidth());
        } catch (WriterException e) {
            throw new IllegalStateException("QR code: not made (expected: room for a short address)", e);
        }
    }

    private static String path(BitMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private String base32() {
        StringBuilder text = new StringBuilder();
        int kept = 0;
        int bits = 0;
        for (byte one : secret) {
            kept = (kept << Byte.SIZE) | (one & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((kept >> bits) & 0x1F));
            }
            kept &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((kept << (BITS - bits)) & 0x1F)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
