package vn.lienthong.gateway.signature.pdf;

import java.util.List;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;

/** What a file holds beyond its first bytes, which were a whole file of their own once (ISO 32000-1 §7.5.6). */
public final class AddedSince {

    private AddedSince() {}

    /**
     * The changes from the file that ended there to what it is now; one change of content where they cannot be compared.
     *
     * @param end how many of its bytes were the file before
     */
    public static List<Change> in(PdfBytes now, int end, PdfLimits limits) {
        try {
            PdfFile file = PdfFile.open(now, limits);
            return CompareRevisions.between(file.revisionEndingAt(end), file.newest());
        } catch (PdfFault unreadable) {
            return List.of(new Change(Kind.CONTENT, "unreadable: " + unreadable.text()));
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: what was not compared is not called harmless.
            return List.of(new Change(Kind.CONTENT, "unreadable: " + ours));
        }
    }
}
