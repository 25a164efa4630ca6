package vn.lienthong.gateway.signature.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import javax.imageio.ImageIO;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Letters, pictures and a verifier that trusts who signs here. */
final class FormFixture {
    static final SigningKey OFFICER = DevTrust.official("Nguyễn Văn A");
    static final SigningKey SEAL = DevTrust.seal(Fate.GOOD);
    static final SigningKey RECEIVER = DevTrust.official("Trần Thị B");
    static final Picture SIGNATURE = picture(450, 220, new Color(20, 60, 190), false);
    static final Picture ROUND_SEAL = picture(425, 425, new Color(214, 20, 20), true);

    private static final int ROOM_BYTES = 8192;
    private static final SignVisibly SIGN = new SignVisibly(FormSettings.standard());
    private static final VerifyPdf VERIFIER = new VerifyPdf(
            DevTrust.stores(DevTrust.pki()),
            DevTrust.lists(DevTrust.pki()),
            ValidationPolicy.standard(),
            PdfLimits.standard());

    private FormFixture() {}

    static byte[] letter() {
        return new MakeOfficialLetter().make(officialLetter());
    }

    static OfficialLetter officialLetter() {
        return OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử chữ ký số nhìn thấy", DevTrust.NOW);
    }

    /** A made-up picture on transparent ground, with a half transparent edge. */
    private static Picture picture(int width, int height, Color colour, boolean round) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(colour);
        if (round) {
            pen.setStroke(new BasicStroke(14));
            pen.draw(new Ellipse2D.Double(10, 10, width - 20, height - 20));
            pen.setStroke(new BasicStroke(5));
            pen.draw(new Ellipse2D.Double(60, 60, width - 120, height - 120));
            pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
            pen.fill(new Ellipse2D.Double(120, 120, width - 240, height - 240));
        } else {
            pen.setStroke(new BasicStroke(9));
            pen.draw(new CubicCurve2D.Double(15, 180, 150, -150, 250, 420, 435, 30));
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
            return Picture.png(png.toByteArray());
        } catch (IOException | UnusablePicture unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    static OfficerForm officer(byte[] pdf) throws SigningException {
        return new OfficerForm(SIGNATURE, Places.suggest(pdf, FormKind.OFFICER));
    }

    static AgencySealForm seal(byte[] pdf) throws SigningException {
        return new AgencySealForm(Optional.of(ROUND_SEAL), DevTrust.AGENCY, Places.suggest(pdf, FormKind.AGENCY_SEAL));
    }

    static AgencySealForm plainSeal(byte[] pdf) throws SigningException {
        return new AgencySealForm(Optional.empty(), DevTrust.AGENCY, Places.suggest(pdf, FormKind.AGENCY_SEAL));
    }

    static CopyForm copy() {
        return CopyForm.copy("SAO Y", "Ủy ban nhân dân phường Đông Nguyễn Thị Thử Nghiệm");
    }

    static IncomingStampForm stamp(byte[] pdf) throws SigningException {
        return new IncomingStampForm(
                "Ủy ban nhân dân phường Thử",
                "1234",
                LocalDate.of(2026, 11, 22),
                Optional.of("Phòng Kinh tế, Hạ tầng và Đô thị"),
                Places.suggest(pdf, FormKind.INCOMING_STAMP));
    }

    static byte[] sign(byte[] pdf, SigningKey key, VisibleForm form) {
        try {
            return SIGN.sign(pdf, key, form, new SignatureDetails("Người ký", "", DevTrust.NOW, ROOM_BYTES));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The officer signs, the clerk seals, the receiver stamps. */
    static byte[] thrice(byte[] pdf) throws SigningException {
        byte[] signed = sign(pdf, OFFICER, officer(pdf));
        byte[] sealed = sign(signed, SEAL, seal(signed));
        return sign(sealed, RECEIVER, stamp(sealed));
    }

    static SignatureReport verify(byte[] pdf) {
        return VERIFIER.verify("letter.pdf", PdfBytes.of(pdf), DevTrust.NOW);
    }
}
