package vn.lienthong.gateway.signature.form;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Turns a picture's points into the kinds that a PDF can hold. */
final class Pixels {
    private static final int HALF = 128;
    private static final int FULL = 255;
    private static final int SIXTEENTHS = 16;
    private static final int WHITE = 0xffffff;
    private static final int NEARLY_WHITE = 232;
    private static final double LEAST_PAPER = 0.9;

    private Pixels() {}

    /** Red, green, blue and transparency, 8 bits each. */
    static BufferedImage argb(BufferedImage image) {
        return drawn(image, BufferedImage.TYPE_INT_ARGB);
    }

    /**
     * A stamp or a signature without the paper that it was scanned on: of a picture that covers all it lies on, and whose edge is
     * paper all around, every point of the paper's colour is left out. Others are as whoever drew them wanted them.
     */
    static BufferedImage withoutPaper(BufferedImage argb) {
        if (!coversAll(argb) || !onPaper(argb)) {
            return argb;
        }
        for (int y = 0; y < argb.getHeight(); y++) {
            for (int x = 0; x < argb.getWidth(); x++) {
                int point = argb.getRGB(x, y);
                if (paper(point)) {
                    argb.setRGB(x, y, WHITE);
                }
            }
        }
        return argb;
    }

    private static boolean coversAll(BufferedImage argb) {
        for (int y = 0; y < argb.getHeight(); y++) {
            for (int x = 0; x < argb.getWidth(); x++) {
                if (argb.getRGB(x, y) >>> 24 != FULL) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A stroke may run over the edge. */
    private static boolean onPaper(BufferedImage argb) {
        int right = argb.getWidth() - 1;
        int bottom = argb.getHeight() - 1;
        long edge = 0;
        long paper = 0;
        for (int x = 0; x <= right; x++) {
            paper += (paper(argb.getRGB(x, 0)) ? 1 : 0) + (paper(argb.getRGB(x, bottom)) ? 1 : 0);
            edge += 2;
        }
        for (int y = 0; y <= bottom; y++) {
            paper += (paper(argb.getRGB(0, y)) ? 1 : 0) + (paper(argb.getRGB(right, y)) ? 1 : 0);
            edge += 2;
        }
        return paper >= edge * LEAST_PAPER;
    }

    /** Nearly white, as scanners see it. */
    private static boolean paper(int point) {
        return (point >> 16 & 0xff) >= NEARLY_WHITE
                && (point >> 8 & 0xff) >= NEARLY_WHITE
                && (point & 0xff) >= NEARLY_WHITE;
    }

    /** The colours alone; how much of them is seen is told by the stencil. */
    static BufferedImage opaque(BufferedImage argb) {
        BufferedImage colours = new BufferedImage(argb.getWidth(), argb.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < argb.getHeight(); y++) {
            for (int x = 0; x < argb.getWidth(); x++) {
                int point = argb.getRGB(x, y);
                colours.setRGB(x, y, point >>> 24 == 0 ? WHITE : point);
            }
        }
        return colours;
    }

    private static BufferedImage drawn(BufferedImage image, int type) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return copy;
    }

    /**
     * One bit a point: white where it is left out. Of what is half transparent half the points are, spread evenly (Floyd and
     * Steinberg), so that a seal drawn in a thin colour does not vanish.
     */
    static BufferedImage clear(BufferedImage argb) {
        int width = argb.getWidth();
        BufferedImage bits = new BufferedImage(width, argb.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        int[] carried = new int[width + 2];
        for (int y = 0; y < argb.getHeight(); y++) {
            int[] next = new int[width + 2];
            for (int x = 0; x < width; x++) {
                int cover = argb.getRGB(x, y) >>> 24;
                int wanted = cover + carried[x + 1] / SIXTEENTHS;
                boolean left = cover < FULL && (cover == 0 || wanted < HALF);
                if (left) {
                    bits.setRGB(x, y, WHITE);
                }
                int rest = cover == 0 || cover == FULL ? 0 : wanted - (left ? 0 : FULL);
                carried[x + 2] += rest * 7;
                next[x] += rest * 3;
                next[x + 1] += rest * 5;
                next[x + 2] += rest;
            }
            carried = next;
        }
        return bits;
    }
}
