package vn.lienthong.gateway.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The picture of a seal: PNG (Decree 30/2020/NĐ-CP, Annex I) and small. Looked at before it is unfolded. */
public final class SealPicture {

    public static final int LARGEST_BYTES = 512 * 1024;
    private static final int LARGEST_PIXELS = 2_000;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEAD_BYTES = 24;

    private SealPicture() {}

    /** What is wrong with it; empty where it may be used. */
    public static Optional<String> problem(byte[] png) {
        if (png.length > LARGEST_BYTES) {
            return Optional.of("picture: " + png.length + " bytes (expected: at most " + LARGEST_BYTES + ")");
        }
        if (png.length < HEAD_BYTES || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            return Optional.of("picture: not PNG (expected: PNG)");
        }
        int width = ByteBuffer.wrap(png).getInt(16);
        int height = ByteBuffer.wrap(png).getInt(20);
        if (width < 1 || height < 1 || width > LARGEST_PIXELS || height > LARGEST_PIXELS) {
            return Optional.of("picture: " + width + " × " + height + " (expected: at most " + LARGEST_PIXELS + " × "
                    + LARGEST_PIXELS + ")");
        }
        try {
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) == null
                    ? Optional.of("picture: cannot be read (expected: PNG)")
                    : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // Readers of pictures throw whatever they stumble over.
            return Optional.of("picture: broken (expected: PNG)");
        }
    }
}
