package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages as they are seen, at 100 points an inch, and those that a person has looked at. */
final class Pictures {
    private static final int DPI = 100;
    private static final int NEAR = 60;
    private static final double MOST_DIFFERING = 0.01;
    private static final Path FOLDER =
            Path.of("src", "test", "resources", "vn", "lienthong", "gateway", "signature", "form");

    private static final Path DIFFERENCES = Path.of("target", "pictures-that-differ");

    private Pictures() {}

    static BufferedImage page(byte[] pdf, int page) throws IOException {
        return page(pdf, page, DPI);
    }

    static BufferedImage page(byte[] pdf, int page, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
        }
    }

    private static int dots(double mm) {
        return (int) Math.round(mm / 25.4 * DPI);
    }

    static BufferedImage cut(BufferedImage page, Place place) {
        return page.getSubimage(
                dots(place.leftMm()), dots(place.topMm()), dots(place.widthMm()), dots(place.heightMm()));
    }

    /** The smallest place that holds all that is not white. */
    static Place marked(BufferedImage page) {
        int left = page.getWidth();
        int top = page.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (distance(page.getRGB(x, y), Color.WHITE.getRGB()) > NEAR) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        double mm = 25.4 / DPI;
        return new Place(1, left * mm, top * mm, (right - left) * mm, (bottom - top) * mm);
    }

    /**
     * Like the picture that was approved, but for a few points: renderers round differently. Write it anew with
     * {@code -Dlienthong.write-documents=true}, and look at it.
     */
    static void assertApproved(String name, BufferedImage seen) throws IOException {
        if (Boolean.getBoolean("lienthong.write-documents")) {
            Files.createDirectories(FOLDER);
            ImageIO.write(seen, "png", FOLDER.resolve(name + ".png").toFile());
            return;
        }
        try (InputStream file = Pictures.class.getResourceAsStream(name + ".png")) {
            assertThat(file).as("approved picture " + name).isNotNull();
            BufferedImage approved = ImageIO.read(file);
            boolean sameSize = Math.abs(seen.getWidth() - approved.getWidth()) <= 1
                    && Math.abs(seen.getHeight() - approved.getHeight()) <= 1;
            double share = sameSize ? differing(seen, approved) : 1;
            if (share >= MOST_DIFFERING) {
                fail(
                        "%s: %.1f %% of its points differ (expected: below %.0f %%); approved, seen and where they differ: %s"
                                .formatted(name, share * 100, MOST_DIFFERING * 100, difference(name, seen, approved)));
            }
        }
    }

    /** The approved picture, the one seen and, in magenta, where they differ, side by side for a person to look at. */
    private static Path difference(String name, BufferedImage seen, BufferedImage approved) throws IOException {
        int width = Math.max(seen.getWidth(), approved.getWidth());
        int height = Math.max(seen.getHeight(), approved.getHeight());
        BufferedImage sheet = new BufferedImage(3 * width, height, BufferedImage.TYPE_INT_RGB);
        sheet.createGraphics().drawImage(approved, 0, 0, null);
        sheet.createGraphics().drawImage(seen, width, 0, null);
        sheet.createGraphics().drawImage(seen, 2 * width, 0, null);
        for (int y = 1; y < Math.min(seen.getHeight(), approved.getHeight()) - 1; y++) {
            for (int x = 1; x < Math.min(seen.getWidth(), approved.getWidth()) - 1; x++) {
                if (differs(seen, approved, x, y)) {
                    sheet.setRGB(2 * width + x, y, Color.MAGENTA.getRGB());
                }
            }
        }
        Path file = DIFFERENCES.resolve(name + ".png");
        Files.createDirectories(DIFFERENCES);
        ImageIO.write(sheet, "png", file.toFile());
        return file.toAbsolutePath();
    }

    private static boolean differs(BufferedImage seen, BufferedImage approved, int x, int y) {
        return !near(approved, x, y, seen.getRGB(x, y)) || !near(seen, x, y, approved.getRGB(x, y));
    }

    /** A point differs when none of the approved ones around it is near: edges may move by one point. */
    private static double differing(BufferedImage seen, BufferedImage approved) {
        int width = Math.min(seen.getWidth(), approved.getWidth());
        int height = Math.min(seen.getHeight(), approved.getHeight());
        int differing = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                differing += differs(seen, approved, x, y) ? 1 : 0;
            }
        }
        return (double) differing / (width * height);
    }

    private static boolean near(BufferedImage image, int x, int y, int rgb) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (distance(image.getRGB(x + dx, y + dy), rgb) <= NEAR) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }
}
