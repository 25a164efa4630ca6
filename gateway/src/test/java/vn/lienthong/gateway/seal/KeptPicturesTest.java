package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.UnusablePicture;

class KeptPicturesTest {
    private final KeptPictures pictures = new KeptPictures();

    private static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 1, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void theSameBytesAreTheSamePictureAndOthersAnother() throws Exception {
        Picture red = pictures.of(png(0xffff0000));

        assertThat(pictures.of(png(0xffff0000))).isSameAs(red);
        assertThat(pictures.of(png(0xff0000ff))).isNotSameAs(red);
    }

    @Test
    void theOneNotUsedForLongestGoesFirst() throws Exception {
        Picture first = pictures.of(png(0xff000000));
        Picture second = pictures.of(png(0xff000001));
        for (int other = 2; other < 33; other++) {
            assertThat(pictures.of(png(0xff000000))).isSameAs(first);
            pictures.of(png(0xff000000 | other));
        }

        assertThat(pictures.of(png(0xff000000))).isSameAs(first);
        assertThat(pictures.of(png(0xff000001))).isNotSameAs(second);
    }

    @Test
    void whatIsNoPictureIsNeverKept() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> pictures.of(new byte[] {1, 2, 3})).isInstanceOf(UnusablePicture.class);
        }
    }
}
