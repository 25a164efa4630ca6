package vn.lienthong.gateway.signature.form;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a seal or a signature: a PNG that was looked at, so that it can be drawn. It is packed for PDF files when the
 * first is drawn on, and stays so; of one that was scanned the white paper is left out, or it would cover what it lies on. Safe for many threads.
 */
public final class Picture {
    /** Largest file taken: 2 MB. */
    public static final int MOST_BYTES = 2 << 20;
    /** Most points taken, which a few bytes can claim: 4 million, a seal of 36 mm at 1,400 dpi. */
    public static final int MOST_PIXELS = 4_000_000;

    private final byte[] png;
    private final int width;
    private final int height;
    private volatile @Nullable KeptObject shining;
    private volatile @Nullable KeptObject stencilled;

    private Picture(byte[] png, int width, int height) {
        this.png = png;
        this.width = width;
        this.height = height;
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
            BufferedImage image = read(png);
            return new Picture(png.clone(), image.getWidth(), image.getHeight());
        } catch (IOException | RuntimeException damaged) {
            // The decoder throws whatever it stumbles over.
            throw new UnusablePicture("picture: " + damaged.getMessage() + " (expected: a sound PNG)", damaged);
        }
    }

    /** The file. */
    public byte[] bytes() {
        return png.clone();
    }

    /** In points of the picture. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** As an image of a PDF whose half transparent points shine through. */
    KeptObject shining() throws IOException {
        KeptObject known = shining;
        if (known == null) {
            known = PackPicture.shining(points());
            shining = known;
        }
        return known;
    }

    /** As an image of a PDF each of whose points is drawn or not. */
    KeptObject stencilled() throws IOException {
        KeptObject known = stencilled;
        if (known == null) {
            known = PackPicture.stencilled(points());
            stencilled = known;
        }
        return known;
    }

    private BufferedImage points() throws IOException {
        return Pixels.withoutPaper(Pixels.argb(read(png)));
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
