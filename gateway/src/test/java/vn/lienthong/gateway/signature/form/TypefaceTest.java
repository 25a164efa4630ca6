package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;

class TypefaceTest {
    private static final String TEXT = "Ủy ban nhân dân phường Đông Hòa, 2026-11-26T09:00:00+07:00";

    @Test
    void lettersAreAsWideAsTheLibraryDrawsThem() throws Exception {
        try (PDDocument document = new PDDocument();
                InputStream file = Typeface.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
            PDType0Font font = PDType0Font.load(document, Objects.requireNonNull(file), true);

            assertThat(Typeface.regular().width(TEXT, 10))
                    .isCloseTo(font.getStringWidth(TEXT) / 1000 * 10, within(0.001));
        }
    }

    @Test
    void whatThereIsNoLetterForIsAQuestionMark() {
        assertThat(Typeface.bold().drawable("Huế 漢 😀")).isEqualTo("Huế ? ?");
    }

    @Test
    void aPartOfTheFontIsCutOnceForManyThreadsAndTimes() throws Exception {
        Set<KeptObject> parts = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> work = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(i -> () -> parts.add(part("Sở Nội vụ " + i % 10)))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(parts).hasSize(1);
    }

    @Test
    void eachDocumentGetsObjectsOfItsOwnWithTheLettersAsked() throws Exception {
        KeptObject part = part("Sở Nội vụ");
        try (PDDocument one = new PDDocument();
                PDDocument other = new PDDocument()) {
            COSDictionary first = (COSDictionary) part.into(one);
            assertThat(part.into(other)).isNotSameAs(first);

            PDType0Font font = new PDType0Font(first);
            int code = Typeface.regular().glyph('ở');
            assertThat(font.toUnicode(code)).isEqualTo("ở");
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getWidthFromFont(code)).isEqualTo(font.getWidth(code), within(1f));
        }
    }

    private static KeptObject part(String text) throws Exception {
        return Typeface.regular().with(new TreeSet<>(text.codePoints().boxed().toList()));
    }
}
