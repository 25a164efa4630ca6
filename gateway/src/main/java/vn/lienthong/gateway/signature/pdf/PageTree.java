package vn.lienthong.gateway.signature.pdf;

import java.util.HashSet;
import java.util.Set;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/** The tree of pages (ISO 32000-1 §7.7.3): what it says of its size is what readers count and find pages by. */
final class PageTree {
    private final PdfView view;
    private final Set<Integer> seen = new HashSet<>();

    private PageTree(PdfView view) {
        this.view = view;
    }

    /** Goes through all of it. */
    static void check(PdfView view) throws PdfFault {
        new PageTree(view).pages(view.dictionary(view.catalog(), "Pages"), 0);
    }

    private long pages(Dictionary node, int depth) throws PdfFault {
        if (!node.has("Kids")) {
            return 1;
        }
        if (depth >= view.file().limits().maximumDepth()) {
            throw new PdfFault("/Pages: deeper than " + depth + " (expected: a flatter tree)");
        }
        long pages = 0;
        for (PdfValue kid : view.array(node, "Kids")) {
            if (kid instanceof Reference known && !seen.add(known.number())) {
                throw new PdfFault("/Kids: object " + known.number() + " twice (expected: once)");
            }
            if (!(view.resolve(kid) instanceof Dictionary child)) {
                throw new PdfFault("/Kids: " + kid + " (expected: a page or pages)");
            }
            pages += pages(child, depth + 1);
        }
        long told = view.resolve(node.get("Count")) instanceof Whole count ? count.value() : -1;
        if (told != pages) {
            throw new PdfFault("/Count: " + told + " (expected: " + pages + ")");
        }
        return pages;
    }
}
