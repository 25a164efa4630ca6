package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;
import vn.lienthong.gateway.signature.pdf.PdfValue.Text;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/**
 * A PDF file as a strict reader sees it: its cross-reference sections from the newest to the oldest, each object read when it
 * is asked for, nothing repaired. For one thread.
 */
final class PdfFile {
    private static final String HEADER = "%PDF-";
    private static final int TAIL_BYTES = 1024;
    private static final int SPACE_BEFORE_STREAM_END = 4;

    private final PdfBytes bytes;
    private final PdfLimits limits;
    private final PdfBudget budget;
    private final List<XrefSection> sections = new ArrayList<>();
    private final Map<Integer, Located> objects = new HashMap<>();
    private final Map<Integer, ObjectStream> streams = new HashMap<>();
    private int resolving;

    private PdfFile(PdfBytes bytes, PdfLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
        this.budget = new PdfBudget(limits);
    }

    /** An object as it stands in the file. */
    record Located(int number, int generation, PdfValue value) {}

    static PdfFile open(PdfBytes bytes, PdfLimits limits) throws PdfFault {
        PdfFile file = new PdfFile(bytes, limits);
        if (!bytes.has(0, HEADER)) {
            throw new PdfFault("byte 0: something else (expected: " + HEADER + ")");
        }
        int end = bytes.length();
        int last = file.lastEnd(end);
        file.readChain(file.startxref(last));
        return file;
    }

    private void readChain(int newest) throws PdfFault {
        ReadXref reader = new ReadXref(this);
        int offset = newest;
        while (true) {
            int here = offset;
            if (sections.stream().anyMatch(section -> section.offset() == here)) {
                throw new PdfFault("cross-reference at " + offset + ": twice in its chain (expected: once)");
            }
            if (sections.size() >= limits.maximumRevisions()) {
                throw new PdfFault(
                        "revisions: more than " + limits.maximumRevisions() + " (expected: within a fixed limit)");
            }
            XrefSection section = reader.at(offset);
            sections.add(section);
            PdfValue previous = section.trailer().get("Prev");
            if (previous == PdfValue.Nothing.NOTHING) {
                return;
            }
            if (!(previous instanceof Whole place)) {
                throw new PdfFault("cross-reference at " + offset + ": /Prev (expected: a whole number)");
            }
            offset = offset(place.value());
        }
    }

    /** The offset of the last {@code %%EOF} before an end, as every reader looks for it. */
    private int lastEnd(int end) throws PdfFault {
        for (int at = end - 5; at >= Math.max(0, end - TAIL_BYTES); at--) {
            if (bytes.at(at) == '%' && bytes.has(at, "%%EOF")) {
                return at;
            }
        }
        throw new PdfFault("end of the file: no %%EOF (expected: in the last " + TAIL_BYTES + " bytes)");
    }

    /** The number between {@code startxref} and the end marker at an offset. */
    private int startxref(int marker) throws PdfFault {
        int at = marker;
        while (PdfLexer.space(bytes.at(at - 1))) {
            at--;
        }
        while (bytes.at(at - 1) >= '0' && bytes.at(at - 1) <= '9') {
            at--;
        }
        int number = at;
        while (PdfLexer.space(bytes.at(at - 1))) {
            at--;
        }
        int word = at - "startxref".length();
        if (!bytes.has(word, "startxref")) {
            throw new PdfFault("byte " + Math.max(0, word) + ": something else (expected: startxref)");
        }
        return offset(lexer(number).whole());
    }

    /**
     * The revision that ends at an offset: the file cut there must be a whole file, whose history is part of this one's.
     */
    PdfView revisionEndingAt(int end) throws PdfFault {
        int at = end;
        while (at > 0 && PdfLexer.space(bytes.at(at - 1))) {
            at--;
        }
        int marker = at - "%%EOF".length();
        if (!bytes.has(marker, "%%EOF")) {
            throw new PdfFault("byte " + end + ": not the end of a revision (expected: %%EOF before it)");
        }
        int offset = startxref(marker);
        for (int index = 0; index < sections.size(); index++) {
            if (sections.get(index).offset() == offset) {
                checkHistory(index, end);
                return new PdfView(this, index, end);
            }
        }
        throw new PdfFault("revision at " + offset + ": not in the file's history (expected: one of its revisions)");
    }

    private void checkHistory(int index, int end) throws PdfFault {
        for (XrefSection section : sections.subList(index, sections.size())) {
            XrefSection hidden = section.hidden();
            if (section.offset() >= end || (hidden != null && hidden.offset() >= end)) {
                throw new PdfFault("cross-reference at " + section.offset() + ": behind the revision (expected: before "
                        + end + ")");
            }
        }
    }

    /** The file as it is now. */
    PdfView newest() {
        return new PdfView(this, 0, bytes.length());
    }

    /** The file as it was, some updates ago; 0 is now. */
    PdfView before(int updates) {
        return new PdfView(this, updates, bytes.length());
    }

    boolean encrypted() {
        return sections.stream().anyMatch(section -> section.trailer().has("Encrypt"));
    }

    List<XrefSection> sections() {
        return sections;
    }

    PdfBytes bytes() {
        return bytes;
    }

    PdfBudget budget() {
        return budget;
    }

    PdfLimits limits() {
        return limits;
    }

    PdfLexer lexer(int at) {
        return new PdfLexer(bytes, at, budget, limits);
    }

    int offset(long place) throws PdfFault {
        if (place < 0 || place >= bytes.length()) {
            throw new PdfFault("offset: " + place + " (expected: within the file)");
        }
        return (int) place;
    }

    /**
     * The object that stands at an offset.
     *
     * @param view where the length of a stream is looked up when it is not written with it; null before there is a view
     */
    Located objectAt(int offset, @Nullable PdfView view) throws PdfFault {
        Located known = objects.get(offset);
        if (known != null) {
            return known;
        }
        PdfLexer lexer = lexer(offset);
        int number = lexer.whole();
        int generation = lexer.whole();
        lexer.expect("obj");
        PdfValue value = lexer.value();
        boolean lengthElsewhere = false;
        if (value instanceof Dictionary dictionary && lexer.keyword("stream")) {
            lengthElsewhere = !(dictionary.get("Length") instanceof Whole);
            value = stream(dictionary, lexer, view);
        }
        lexer.expect("endobj");
        Located located = new Located(number, generation, value);
        if (!lengthElsewhere) {
            objects.put(offset, located);
        }
        return located;
    }

    private Stream stream(Dictionary dictionary, PdfLexer lexer, @Nullable PdfView view) throws PdfFault {
        int from = lexer.position();
        if (bytes.at(from) == '\r') {
            from++;
        }
        if (bytes.at(from) != '\n') {
            throw lexer.fault("the end of the line after stream");
        }
        from++;
        long length = length(dictionary, view);
        if (length < 0 || length > bytes.length() - from) {
            throw new PdfFault("stream at " + from + ": " + length + " bytes (expected: within the file)");
        }
        int to = from + (int) length;
        lexer.moveTo(to);
        if (!lexer.keyword("endstream") || lexer.position() - to > "endstream".length() + SPACE_BEFORE_STREAM_END) {
            throw new PdfFault("byte " + to + ": something else (expected: endstream)");
        }
        return new Stream(dictionary, new Text(bytes, from, to));
    }

    private long length(Dictionary dictionary, @Nullable PdfView view) throws PdfFault {
        PdfValue length = dictionary.get("Length");
        if (view != null && length instanceof PdfValue.Reference) {
            if (resolving++ > 4) {
                throw new PdfFault("stream length: in a circle (expected: a number)");
            }
            try {
                length = view.resolve(length);
            } finally {
                resolving--;
            }
        }
        if (!(length instanceof Whole value)) {
            throw new PdfFault("stream length: missing (expected: a whole number)");
        }
        return value.value();
    }

    /** The object stream that stands at an offset. */
    ObjectStream objectStreamAt(int offset, PdfView view) throws PdfFault {
        ObjectStream known = streams.get(offset);
        if (known == null) {
            if (!(objectAt(offset, view).value() instanceof Stream stream)
                    || !stream.dictionary().names("Type", "ObjStm")) {
                throw new PdfFault("byte " + offset + ": something else (expected: an object stream)");
            }
            known = ObjectStream.read(stream, this);
            streams.put(offset, known);
        }
        return known;
    }
}
