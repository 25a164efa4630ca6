package vn.lienthong.gateway.signature.form;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Turns a picture's points into the kinds that a PDF can hold. */
final class Pixels {
    private static final int HALF = 128;
    private static final int WHITE = 0xffffff;

    private Pixels() {}

    /** Red, green, blue and transparency, 8 bits each. */
    static BufferedImage argb(BufferedImage image) {
        return drawn(image, BufferedImage.TYPE_INT_ARGB);
    }

    /** The colours alone, as they look on white paper. */
    static BufferedImage opaque(BufferedImage image) {
        return drawn(image, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(BufferedImage image, int type) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D pen = copy.createGraphics();
        if (type == BufferedImage.TYPE_INT_RGB) {
            pen.setColor(java.awt.Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return copy;
    }

    /** One bit a point: white where more than half of it is transparent. */
    static BufferedImage clear(BufferedImage argb) {
        BufferedImage bits = new BufferedImage(argb.getWidth(), argb.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < argb.getHeight(); y++) {
            for (int x = 0; x < argb.getWidth(); x++) {
                if (argb.getRGB(x, y) >>> 24 < HALF) {
                    bits.setRGB(x, y, WHITE);
                }
            }
        }
        return bits;
    }
}
