package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

/** A scan tells nothing of where its heading begins: the text of a copy keeps as far above it as it can. */
class CopyOverScanTest {
    private static final Instant AT = Instant.parse("2026-11-26T03:00:00Z");
    private static final CopyForm COPY =
            CopyForm.copy("SAO Y", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh");

    /** What stands on the page besides its letters. */
    private interface Drawing {
        void on(PDDocument document, PDPageContentStream content) throws IOException;
    }

    private static double height(boolean letters, Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                if (letters) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 13);
                    content.newLineAtOffset(100, 400);
                    content.showText("noi dung");
                    content.endText();
                }
                drawing.on(document, content);
            }
            return CopyPlace.of(document, COPY, AT).layout().height();
        }
    }

    private static void scan(PDDocument document, PDPageContentStream content) throws IOException {
        content.drawImage(
                LosslessFactory.createFromImage(document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)),
                0,
                0,
                595,
                842);
    }

    @Test
    void theFlattestTextStandsOverAScan() throws IOException {
        double flattest = new CopyLayout(COPY, AT, 330).height();
        assertThat(new CopyLayout(COPY, AT, 250).height())
                .as("what the narrow one would take")
                .isGreaterThan(flattest);
        assertThat(List.of(
                        height(false, CopyOverScanTest::scan),
                        height(true, CopyOverScanTest::scan),
                        height(false, (document, content) -> {})))
                .containsOnly(flattest);
    }

    @Test
    void whereLettersTellAllTheUsualWidthStays() throws IOException {
        assertThat(height(true, (document, content) -> {})).isEqualTo(new CopyLayout(COPY, AT, 250).height());
    }
}
