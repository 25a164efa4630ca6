package vn.lienthong.routes.command.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.UnusablePicture;

/** Two red rings on transparent ground, 36 mm at 300 dpi: as large as a seal's picture is, and nobody's seal. */
final class SealPicture {
    private static final int POINTS = 425;

    private SealPicture() {}

    static Picture make() {
        BufferedImage image = new BufferedImage(POINTS, POINTS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(214, 20, 20));
        pen.setStroke(new BasicStroke(14));
        pen.draw(new Ellipse2D.Double(10, 10, POINTS - 20, POINTS - 20));
        pen.setStroke(new BasicStroke(5));
        pen.draw(new Ellipse2D.Double(60, 60, POINTS - 120, POINTS - 120));
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return Picture.png(png.toByteArray());
        } catch (IOException | UnusablePicture impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
