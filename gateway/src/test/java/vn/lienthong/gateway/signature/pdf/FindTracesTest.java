package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside a search for one word after the other. */
class FindTracesTest {
    private static final List<String> WORDS =
            List.of("/ByteRange", "/DocTimeStamp", "adbe.pkcs7.", "adbe.x509.", "ETSI.CAdES");

    @Test
    void findsWhatOneSearchAWordFinds() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = words(random).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(FindTraces.in(PdfBytes.of(bytes)))
                    .as("%s", new String(bytes, StandardCharsets.ISO_8859_1))
                    .isEqualTo(oneByOne(PdfBytes.of(bytes)));
        }
    }

    /** Words, parts of words and bytes of words in between. */
    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            switch (random.nextInt(4)) {
                case 0 -> text.append(word);
                case 1 -> text.append(word, 0, random.nextInt(word.length()));
                case 2 -> text.append(word.substring(random.nextInt(word.length())));
                default -> text.append((char) random.nextInt(256));
            }
        }
        return text.toString();
    }

    private static int oneByOne(PdfBytes bytes) {
        return WORDS.stream()
                .mapToInt(word -> bytes.find(word, 0, bytes.length()))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }
}
