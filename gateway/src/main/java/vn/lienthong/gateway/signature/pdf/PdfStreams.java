package vn.lienthong.gateway.signature.pdf;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Name;
import vn.lienthong.gateway.signature.pdf.PdfValue.Nothing;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;
import vn.lienthong.gateway.signature.pdf.PdfValue.Text;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/** Unpacks object and cross-reference streams: deflated or plain, with PNG prediction; no other filter is used for them. */
final class PdfStreams {
    private PdfStreams() {}

    static byte[] unpack(Stream stream, PdfBudget budget) throws PdfFault {
        Dictionary dictionary = stream.dictionary();
        PdfValue filter = single(dictionary.get("Filter"));
        Text data = stream.data();
        if (filter == Nothing.NOTHING) {
            int length = data.to() - data.from();
            if (length > budget.inflatableBytes()) {
                throw tooLarge();
            }
            budget.inflated(length);
            return data.source().copy(data.from(), data.to());
        }
        if (!(filter instanceof Name name) || !name.text().equals("FlateDecode")) {
            throw new PdfFault("filter: " + filter + " (expected: FlateDecode)");
        }
        byte[] inflated = inflate(data.source().copy(data.from(), data.to()), budget);
        return single(dictionary.get("DecodeParms")) instanceof Dictionary parameters
                ? unpredict(inflated, parameters)
                : inflated;
    }

    private static PdfValue single(PdfValue value) throws PdfFault {
        if (!(value instanceof Array array)) {
            return value;
        }
        if (array.items().size() > 1) {
            throw new PdfFault("filters: " + array.items().size() + " (expected: at most 1)");
        }
        return array.items().isEmpty() ? Nothing.NOTHING : array.items().getFirst();
    }

    private static byte[] inflate(byte[] packed, PdfBudget budget) throws PdfFault {
        int most = budget.inflatableBytes();
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] out = new byte[Math.min(most, Math.max(256, packed.length * 4))];
            int length = 0;
            while (!inflater.finished()) {
                if (length == out.length) {
                    if (length >= most) {
                        throw tooLarge();
                    }
                    out = Arrays.copyOf(out, (int) Math.min(most, out.length * 2L));
                }
                int more = inflater.inflate(out, length, out.length - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new PdfFault("deflated stream: cut short (expected: its end)");
                }
                length += more;
            }
            budget.inflated(length);
            return Arrays.copyOf(out, length);
        } catch (DataFormatException malformed) {
            throw new PdfFault("deflated stream: malformed (expected: RFC 1950)");
        } finally {
            inflater.end();
        }
    }

    private static PdfFault tooLarge() {
        return new PdfFault("streams: too large (expected: within a fixed limit)");
    }

    private static byte[] unpredict(byte[] data, Dictionary parameters) throws PdfFault {
        long predictor = number(parameters, "Predictor", 1);
        if (predictor == 1) {
            return data;
        }
        long columns = number(parameters, "Columns", 1);
        if (predictor < 10
                || columns < 1
                || columns > 1024
                || number(parameters, "Colors", 1) != 1
                || number(parameters, "BitsPerComponent", 8) != 8) {
            throw new PdfFault("prediction: " + predictor + " (expected: PNG, one byte a column)");
        }
        int width = (int) columns;
        int rows = data.length / (width + 1);
        byte[] out = new byte[rows * width];
        for (int row = 0; row < rows; row++) {
            row(data, row * (width + 1), out, row * width, width);
        }
        return out;
    }

    private static void row(byte[] data, int from, byte[] out, int to, int width) throws PdfFault {
        for (int i = 0; i < width; i++) {
            int left = i == 0 ? 0 : out[to + i - 1] & 0xff;
            int up = to == 0 ? 0 : out[to + i - width] & 0xff;
            int corner = to == 0 || i == 0 ? 0 : out[to + i - width - 1] & 0xff;
            int add =
                    switch (data[from]) {
                        case 0 -> 0;
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, corner);
                        default -> throw new PdfFault("prediction: row kind " + data[from] + " (expected: 0 to 4)");
                    };
            out[to + i] = (byte) (data[from + 1 + i] + add);
        }
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int byLeft = Math.abs(estimate - left);
        int byUp = Math.abs(estimate - up);
        int byCorner = Math.abs(estimate - corner);
        if (byLeft <= byUp && byLeft <= byCorner) {
            return left;
        }
        return byUp <= byCorner ? up : corner;
    }

    private static long number(Dictionary parameters, String key, long usual) {
        return parameters.get(key) instanceof Whole value ? value.value() : usual;
    }
}
