package vn.lienthong.routes.command.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A stroke of a blue pen on transparent ground, as a signature made by hand is shown (Decree 30/2020/NĐ-CP); nobody's. */
final class DrawSignature {
    private static final int WIDTH = 450;
    private static final int HEIGHT = 220;

    private DrawSignature() {}

    /** As PNG. */
    static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(20, 60, 190));
        pen.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new CubicCurve2D.Double(20, 170, 150, -150, 220, 400, 300, 70));
        pen.draw(new CubicCurve2D.Double(120, 190, 230, 150, 330, 150, 430, 120));
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
