package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.Presence;

/** Files that call themselves PDFs and that no reader opens. */
class DoubtfulPdfTest {
    private static Presence of(String file) {
        return PdfFixture.verify(file.getBytes(StandardCharsets.ISO_8859_1)).presence();
    }

    /** ISO 32000-1 §7.5.7: what a stream packs, the bytes do not show. */
    @Test
    void whereSomethingMayBeHiddenNobodySaysThatNothingIs() {
        assertThat(of("%PDF-1.7\nmột tệp hỏng")).isEqualTo(Presence.UNSIGNED);
        assertThat(of("%PDF-1.7\n1 0 obj <</Type/ObjStm/N 9/First 9/Length 9>> stream\nxxxxxxxxx"))
                .isEqualTo(Presence.NOT_CHECKED);
        assertThat(of("%PDF-1.7\n1 0 obj <</ByteRange [0 1 2 3]>> stream\nxxxxxxxxx"))
                .isEqualTo(Presence.BROKEN);
    }
}
