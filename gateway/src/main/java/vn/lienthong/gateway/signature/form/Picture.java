package vn.lienthong.gateway.signature.form;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The picture of a seal or a signature: a PNG that was looked at, so that it can be drawn. */
public final class Picture {
    /** Largest file taken: 2 MB. */
    public static final int MOST_BYTES = 2 << 20;
    /** Most points taken, which a few bytes can claim: 4 million, a seal of 36 mm at 1,400 dpi. */
    public static final int MOST_PIXELS = 4_000_000;

    private final byte[] png;

    private Picture(byte[] png) {
        this.png = png;
    }

    /**
     * Looks at a PNG.
     *
     * @throws UnusablePicture when it is something else, damaged, or larger than is taken
     */
    public static Picture png(byte[] png) throws UnusablePicture {
        if (png.length > MOST_BYTES) {
            throw new UnusablePicture("picture: " + png.length + " bytes (expected: at most " + MOST_BYTES + ")", null);
        }
        try {
            read(png);
            return new Picture(png.clone());
        } catch (IOException | RuntimeException damaged) {
            // The decoder throws whatever it stumbles over.
            throw new UnusablePicture("picture: " + damaged.getMessage() + " (expected: a sound PNG)", damaged);
        }
    }

    /** The file. */
    public byte[] bytes() {
        return png.clone();
    }

    /** The points, whatever kind of PNG it is. */
    BufferedImage image() {
        try {
            return Pixels.argb(read(png));
        } catch (IOException changed) {
            throw new UncheckedIOException(changed);
        }
    }

    private static BufferedImage read(byte[] png) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new IOException(pixels + " points, more than " + MOST_PIXELS);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
