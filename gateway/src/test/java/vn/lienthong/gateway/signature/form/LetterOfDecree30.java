package vn.lienthong.gateway.signature.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** An official letter laid out as Decree 30/2020/NĐ-CP, Annex I has it: two columns of heading, signature at the lower right. */
final class LetterOfDecree30 {
    private static final double LEFT_MIDDLE = 170;
    private static final double RIGHT_MIDDLE = 410;

    private LetterOfDecree30() {}

    static byte[] make() {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont regular = face(document, "Regular");
            PDFont bold = face(document, "Bold");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                Pen pen = new Pen(content);
                pen.centred(regular, 12, LEFT_MIDDLE, 780, "UBND TỈNH THỬ NGHIỆM");
                pen.centred(bold, 12, LEFT_MIDDLE, 765, "SỞ NỘI VỤ");
                pen.centred(bold, 12, RIGHT_MIDDLE, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                pen.centred(bold, 13, RIGHT_MIDDLE, 765, "Độc lập - Tự do - Hạnh phúc");
                pen.centred(regular, 13, LEFT_MIDDLE, 738, "Số: 12/SNV-VP");
                pen.centred(regular, 12, LEFT_MIDDLE, 722, "V/v thử chữ ký số nhìn thấy");
                pen.centred(regular, 13, RIGHT_MIDDLE, 738, "Thử Nghiệm, ngày 22 tháng 11 năm 2026");
                pen.centred(regular, 14, 297, 600, "Kính gửi: Ủy ban nhân dân các phường, xã.");
                for (int i = 0; i < 10; i++) {
                    pen.at(
                            regular,
                            13,
                            85,
                            570 - i * 20,
                            "Nội dung dòng " + (i + 1) + " của văn bản, chỉ để thử chữ ký số.");
                }
                pen.centred(bold, 13, RIGHT_MIDDLE, 330, "GIÁM ĐỐC");
                pen.centred(bold, 13, RIGHT_MIDDLE, 240, "Nguyễn Văn A");
                pen.at(bold, 11, 85, 330, "Nơi nhận:");
                pen.at(regular, 11, 85, 315, "- Như trên;");
                pen.at(regular, 11, 85, 300, "- Lưu: VT.");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static PDFont face(PDDocument document, String weight) throws IOException {
        try (InputStream file =
                LetterOfDecree30.class.getResourceAsStream("/liberation/LiberationSerif-" + weight + ".ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(file), true);
        }
    }

    /** Where the officer's picture belongs: between title and name. */
    static Place officer() {
        return new Place(1, 410 / 72.0 * 25.4 - 25, 185, 50, 24);
    }

    private record Pen(PDPageContentStream content) {
        void at(PDFont face, float size, double x, double y, String text) throws IOException {
            content.beginText();
            content.setFont(face, size);
            content.newLineAtOffset((float) x, (float) y);
            content.showText(text);
            content.endText();
        }

        void centred(PDFont face, float size, double middle, double y, String text) throws IOException {
            at(face, size, middle - face.getStringWidth(text) / 1000 * size / 2, y, text);
        }
    }
}
