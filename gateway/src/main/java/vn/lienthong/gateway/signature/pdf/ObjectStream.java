package vn.lienthong.gateway.signature.pdf;

import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/** Objects packed together (ISO 32000-1 §7.5.7), unpacked once. */
final class ObjectStream {
    private final PdfFile file;
    private final PdfBytes content;
    private final int[] numbers;
    private final int[] offsets;

    private ObjectStream(PdfFile file, PdfBytes content, int[] numbers, int[] offsets) {
        this.file = file;
        this.content = content;
        this.numbers = numbers;
        this.offsets = offsets;
    }

    static ObjectStream read(Stream stream, PdfFile file) throws PdfFault {
        PdfBytes content = PdfBytes.of(PdfStreams.unpack(stream, file.budget()));
        int count = whole(stream.dictionary(), "N", content.length());
        int first = whole(stream.dictionary(), "First", content.length());
        int[] numbers = new int[count];
        int[] offsets = new int[count];
        PdfLexer lexer = new PdfLexer(content, 0, file.budget(), file.limits());
        for (int i = 0; i < count; i++) {
            numbers[i] = lexer.whole();
            int offset = lexer.whole();
            if (offset > content.length() - first) {
                throw new PdfFault("object stream: offset " + offset + " (expected: within it)");
            }
            offsets[i] = first + offset;
        }
        return new ObjectStream(file, content, numbers, offsets);
    }

    /** The object at an index, which must be the one that is looked for. */
    PdfValue object(int index, int number) throws PdfFault {
        if (index >= numbers.length || numbers[index] != number) {
            throw new PdfFault("object stream: no object " + number + " at " + index + " (expected: as referenced)");
        }
        return new PdfLexer(content, offsets[index], file.budget(), file.limits()).value();
    }

    private static int whole(Dictionary dictionary, String key, int most) throws PdfFault {
        if (!(dictionary.get(key) instanceof Whole value) || value.value() < 0 || value.value() > most) {
            throw new PdfFault("object stream: /" + key + " (expected: a number up to " + most + ")");
        }
        return (int) value.value();
    }
}
