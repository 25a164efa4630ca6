package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** A scan of a stamp shows the stamp, not the paper; a picture that was drawn to be opaque, or to shine through, stays. */
class ScannedPictureTest {
    private static final int WHITE = 0xffffffff;
    private static final int GREYISH = 0xfff0eeea;
    private static final int RED = 0xffd02020;

    /** A red frame with paper in it and around it. */
    private static BufferedImage stamp(int ground, int kind) {
        BufferedImage image = new BufferedImage(20, 20, kind);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                int ring = Math.min(Math.min(x, y), Math.min(19 - x, 19 - y));
                image.setRGB(x, y, ring == 4 ? RED : ground);
            }
        }
        return image;
    }

    private static BufferedImage drawn(BufferedImage image) {
        return Pixels.withoutPaper(Pixels.argb(image));
    }

    private static int cover(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }

    @Test
    void thePaperIsLeftOutInsideTheRingToo() {
        for (int ground : new int[] {WHITE, GREYISH}) {
            BufferedImage seen = drawn(stamp(ground, BufferedImage.TYPE_INT_RGB));
            assertThat(cover(seen, 0, 0)).isZero();
            assertThat(cover(seen, 10, 10)).isZero();
            assertThat(seen.getRGB(4, 10)).isEqualTo(RED);
        }
    }

    @Test
    void aGroundOfColourStays() {
        BufferedImage seen = drawn(stamp(0xff205080, BufferedImage.TYPE_INT_RGB));
        assertThat(cover(seen, 0, 0)).isEqualTo(255);
        assertThat(cover(seen, 10, 10)).isEqualTo(255);
    }

    @Test
    void whoeverMadeItTransparentWantsItsWhite() {
        BufferedImage image = stamp(WHITE, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0);
        BufferedImage seen = drawn(image);
        assertThat(cover(seen, 0, 0)).isZero();
        assertThat(seen.getRGB(10, 10)).isEqualTo(WHITE);
    }
}
