package vn.lienthong.gateway.agency;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A table in RFC 4180 form, read strictly: UTF-8, comma, quotes doubled inside quotes, one header, every line with as many
 * fields as the header. A byte order mark, LF and CRLF are taken; blank lines are passed over.
 *
 * @param lines without the header
 */
record CsvTable(List<String> header, List<Line> lines) {

    /** @param number of the line in the file where the row begins, the header's being 1 */
    record Line(int number, List<String> fields) {}

    /** Text that is no such table; the message names the line. */
    static final class NotATableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        NotATableException(int line, String text) {
            super(text);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static CsvTable read(byte[] utf8) throws NotATableException {
        List<Line> lines = new CsvReader(decode(utf8)).lines();
        if (lines.isEmpty()) {
            throw new NotATableException(1, "bảng: trống (expected: một dòng tiêu đề và các dòng dữ liệu)");
        }
        List<String> header = lines.getFirst().fields();
        if (new HashSet<>(header).size() != header.size()) {
            throw new NotATableException(1, "tiêu đề: " + header + " (expected: mỗi cột một lần)");
        }
        for (Line line : lines) {
            if (line.fields().size() != header.size()) {
                throw new NotATableException(
                        line.number(), "số ô: " + line.fields().size() + " (expected: " + header.size() + ")");
            }
        }
        return new CsvTable(header, List.copyOf(lines.subList(1, lines.size())));
    }

    private static String decode(byte[] utf8) throws NotATableException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new NotATableException(1, "bảng mã: không phải UTF-8 (expected: bảng lưu ở dạng UTF-8)");
        }
    }

    /** Cuts the text into lines of fields, one character at a time. */
    private static final class CsvReader {
        private final String text;
        private final List<Line> lines = new ArrayList<>();
        private List<String> fields = new ArrayList<>();
        private int at;
        private int lineNumber = 1;
        private int rowStart = 1;

        CsvReader(String text) {
            this.text = text;
        }

        List<Line> lines() throws NotATableException {
            while (at < text.length()) {
                fields.add(text.charAt(at) == '"' ? quoted() : plain());
                endOfField();
            }
            return lines;
        }

        private String plain() throws NotATableException {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                if (text.charAt(at) == '"') {
                    throw new NotATableException(
                            lineNumber, "dấu ngoặc kép: nằm giữa ô (expected: cả ô đặt trong ngoặc kép)");
                }
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() throws NotATableException {
            StringBuilder field = new StringBuilder();
            at++;
            while (at < text.length()) {
                char next = text.charAt(at++);
                if (next != '"') {
                    lineNumber += next == '\n' ? 1 : 0;
                    field.append(next);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else {
                    return field.toString();
                }
            }
            throw new NotATableException(rowStart, "dấu ngoặc kép: không đóng (expected: dấu đóng)");
        }

        private void endOfField() throws NotATableException {
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                if (at == text.length()) {
                    fields.add("");
                    endOfRow();
                }
                return;
            }
            if (text.startsWith("\r\n", at)) {
                at += 2;
            } else if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            } else if (at < text.length()) {
                throw new NotATableException(lineNumber, "sau một ô: '" + text.charAt(at) + "' (expected: dấu phẩy)");
            }
            lineNumber++;
            endOfRow();
        }

        private void endOfRow() {
            boolean blank = fields.size() == 1 && fields.getFirst().isEmpty();
            if (!blank) {
                lines.add(new Line(rowStart, List.copyOf(fields)));
            }
            fields = new ArrayList<>();
            rowStart = lineNumber;
        }
    }
}
