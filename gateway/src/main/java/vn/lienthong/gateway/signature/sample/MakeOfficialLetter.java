package vn.lienthong.gateway.signature.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Makes a one-page PDF of an official letter, A4, with its font embedded so that Vietnamese is shown. The same letter gives
 * the same bytes.
 */
public final class MakeOfficialLetter {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final float LEFT_POINTS = 85;
    private static final float TOP_POINTS = 780;
    private static final float LEADING_POINTS = 20;
    private static final float SIZE_POINTS = 13;

    /** The letter with its cross-reference as a table, as most office programs write it. */
    public byte[] make(OfficialLetter letter) {
        return make(letter, CompressParameters.NO_COMPRESSION);
    }

    /** The letter with its objects packed into streams (ISO 32000-1 §7.5.7). */
    public byte[] makePacked(OfficialLetter letter) {
        return make(letter, CompressParameters.DEFAULT_COMPRESSION);
    }

    private static byte[] make(OfficialLetter letter, CompressParameters form) {
        byte[] bare = write(letter, form, 0);
        return bare.length >= letter.bytes() ? bare : write(letter, form, letter.bytes() - bare.length);
    }

    private static byte[] write(OfficialLetter letter, CompressParameters form, int filling) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(letter.at().toEpochMilli());
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont font = font(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, SIZE_POINTS);
                content.setLeading(LEADING_POINTS);
                content.newLineAtOffset(LEFT_POINTS, TOP_POINTS);
                for (String line : lines(letter)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (filling > 0) {
                fill(document, page, filling);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(filling + 64 * 1024);
            document.save(out, form);
            return out.toByteArray();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = MakeOfficialLetter.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException("font: " + FONT + " missing (expected: shipped with PDFBox)");
            }
            return PDType0Font.load(document, file, true);
        }
    }

    private static List<String> lines(OfficialLetter letter) {
        ZonedDateTime date = letter.at().atZone(VIETNAM);
        List<String> lines = new ArrayList<>();
        lines.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        lines.add("Độc lập - Tự do - Hạnh phúc");
        lines.add(letter.agency());
        lines.add("Số: " + letter.number());
        lines.add("Ngày " + date.getDayOfMonth() + " tháng " + date.getMonthValue() + " năm " + date.getYear());
        lines.add("V/v " + letter.title());
        lines.addAll(letter.lines());
        return lines;
    }

    /** Bytes that do not pack, as a scanned page's would not; the page keeps them as its private data (§14.5). */
    private static void fill(PDDocument document, PDPage page, int size) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(noise);
        }
        page.getCOSObject().setItem(COSName.getPDFName("LienThongFilling"), stream);
    }
}
