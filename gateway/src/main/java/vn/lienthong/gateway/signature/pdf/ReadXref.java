package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;
import vn.lienthong.gateway.signature.pdf.XrefSection.Run;

/** Reads one cross-reference section, in either of its forms; entries of tables only when they are asked for. */
final class ReadXref {
    private static final int ENTRY_BYTES = 20;

    private final PdfFile file;
    private final PdfBytes bytes;

    ReadXref(PdfFile file) {
        this.file = file;
        this.bytes = file.bytes();
    }

    XrefSection at(int offset) throws PdfFault {
        PdfLexer lexer = file.lexer(offset);
        return lexer.keyword("xref") ? table(offset, lexer) : stream(offset);
    }

    private XrefSection table(int offset, PdfLexer lexer) throws PdfFault {
        List<Run> runs = new ArrayList<>();
        while (!lexer.keyword("trailer")) {
            int first = lexer.whole();
            int count = lexer.whole();
            int start = entries(lexer.position());
            if (count > (bytes.length() - start) / ENTRY_BYTES) {
                throw new PdfFault("cross-reference: " + count + " entries (expected: within the file)");
            }
            runs.add(new TableRun(bytes, start, first, count));
            lexer.moveTo(start + count * ENTRY_BYTES);
        }
        if (!(lexer.value() instanceof Dictionary trailer)) {
            throw lexer.fault("the trailer's dictionary");
        }
        XrefSection hidden = null;
        if (trailer.get("XRefStm") instanceof Whole place) {
            hidden = stream(file.offset(place.value()));
        }
        return new XrefSection(offset, trailer, XrefSection.ordered(runs), hidden);
    }

    /** The first entry stands on the line after its subsection's header. */
    private int entries(int position) throws PdfFault {
        int at = position;
        while (bytes.at(at) == ' ') {
            at++;
        }
        int end = bytes.at(at) == '\r' && bytes.at(at + 1) == '\n' ? 2 : 1;
        if (bytes.at(at) != '\r' && bytes.at(at) != '\n') {
            throw new PdfFault("byte " + at + ": something else (expected: the end of the line)");
        }
        return at + end;
    }

    /** A subsection of a table: twenty bytes an entry. */
    private record TableRun(PdfBytes bytes, int start, int first, int count) implements Run {
        @Override
        public long entry(int index) throws PdfFault {
            int at = start + index * ENTRY_BYTES;
            long place = digits(at, 10);
            long generation = digits(at + 11, 5);
            int kind = bytes.at(at + 17);
            boolean framed = bytes.at(at + 10) == ' '
                    && bytes.at(at + 16) == ' '
                    && PdfLexer.space(bytes.at(at + 18))
                    && PdfLexer.space(bytes.at(at + 19));
            if (!framed || (kind != 'n' && kind != 'f')) {
                throw new PdfFault("byte " + at + ": something else (expected: a cross-reference entry of 20 bytes)");
            }
            return kind == 'f'
                    ? XrefSection.pack(XrefSection.FREE, 0, generation)
                    : XrefSection.pack(XrefSection.IN_FILE, place, generation);
        }

        private long digits(int at, int count) throws PdfFault {
            long value = 0;
            for (int i = at; i < at + count; i++) {
                int c = bytes.at(i);
                if (c < '0' || c > '9') {
                    throw new PdfFault("byte " + i + ": something else (expected: a digit)");
                }
                value = value * 10 + c - '0';
            }
            return value;
        }
    }

    private XrefSection stream(int offset) throws PdfFault {
        if (!(file.objectAt(offset, null).value() instanceof Stream stream)
                || !stream.dictionary().names("Type", "XRef")) {
            throw new PdfFault("byte " + offset + ": something else (expected: a cross-reference section)");
        }
        Dictionary dictionary = stream.dictionary();
        int[] widths = wholes(dictionary.get("W"), "W");
        if (widths.length < 3 || widths[0] > 8 || widths[1] > 8 || widths[2] > 8) {
            throw new PdfFault("cross-reference stream: /W (expected: three widths up to 8)");
        }
        int[] index = dictionary.has("Index")
                ? wholes(dictionary.get("Index"), "Index")
                : new int[] {0, wholes(new Array(List.of(dictionary.get("Size"))), "Size")[0]};
        byte[] data = PdfStreams.unpack(stream, file.budget());
        return new XrefSection(offset, dictionary, XrefSection.ordered(runs(widths, index, data)), null);
    }

    private static List<Run> runs(int[] widths, int[] index, byte[] data) throws PdfFault {
        List<Run> runs = new ArrayList<>();
        int width = widths[0] + widths[1] + widths[2];
        int at = 0;
        for (int i = 0; i + 1 < index.length; i += 2) {
            if (width == 0 || index[i + 1] > (data.length - at) / width) {
                throw new PdfFault("cross-reference stream: " + index[i + 1] + " entries (expected: as many as data)");
            }
            runs.add(new StreamRun(data, at, widths, index[i], index[i + 1]));
            at += index[i + 1] * width;
        }
        return runs;
    }

    /** A subsection of a stream: fields of fixed width, high byte first. */
    @SuppressWarnings("ArrayRecordComponent") // Shared, never compared, never handed out.
    private record StreamRun(byte[] data, int start, int[] widths, int first, int count) implements Run {
        @Override
        public long entry(int index) throws PdfFault {
            int at = start + index * (widths[0] + widths[1] + widths[2]);
            long kind = widths[0] == 0 ? XrefSection.IN_FILE : field(at, widths[0]);
            long place = field(at + widths[0], widths[1]);
            long detail = field(at + widths[0] + widths[1], widths[2]);
            if (kind == XrefSection.IN_FILE || kind == XrefSection.IN_STREAM) {
                return XrefSection.pack((int) kind, place, detail);
            }
            // Unknown kinds mean the null object (§7.5.8.3).
            return XrefSection.pack(XrefSection.FREE, 0, 0);
        }

        private long field(int at, int width) {
            long value = 0;
            for (int i = at; i < at + width; i++) {
                value = (value << 8) | (data[i] & 0xff);
            }
            return value;
        }
    }

    private static int[] wholes(PdfValue value, String key) throws PdfFault {
        if (!(value instanceof Array array)) {
            throw new PdfFault("cross-reference stream: /" + key + " (expected: an array)");
        }
        int[] wholes = new int[array.items().size()];
        for (int i = 0; i < wholes.length; i++) {
            if (!(array.items().get(i) instanceof Whole whole)
                    || whole.value() < 0
                    || whole.value() > Integer.MAX_VALUE) {
                throw new PdfFault("cross-reference stream: /" + key + " (expected: whole.value() numbers)");
            }
            wholes[i] = (int) whole.value();
        }
        return wholes;
    }
}
