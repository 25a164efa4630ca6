package vn.lienthong.gateway.signature.pdf;

import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;
import vn.lienthong.gateway.signature.pdf.PdfValue.Text;

/** Tells whether a place of the file lies in the data of a stream: a signed file attached to this one is not its signature. */
final class LiveStreams {
    private LiveStreams() {}

    static boolean cover(PdfFile file, int place) {
        try {
            PdfView view = file.newest();
            Set<Integer> numbers = new TreeSet<>();
            for (XrefSection section : file.sections()) {
                if (section.size() > file.limits().maximumValues()) {
                    return false;
                }
                section.numbers(numbers::add);
            }
            for (int number : numbers) {
                if (view.object(number) instanceof Stream stream && covers(stream.data(), place)) {
                    return true;
                }
            }
            return false;
        } catch (PdfFault unreadable) {
            return false;
        }
    }

    private static boolean covers(Text data, int place) {
        return data.from() <= place && place < data.to();
    }
}
