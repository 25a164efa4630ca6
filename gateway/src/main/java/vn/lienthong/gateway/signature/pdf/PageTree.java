package vn.lienthong.gateway.signature.pdf;

import java.util.HashSet;
import java.util.Set;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/**
 * The tree of pages (ISO 32000-1 §7.7.3), walked strictly: every node once, each under the one it names as its parent, with
 * as many pages as it says. Tolerant readers walk up and down it without looking where they have been, and find pages by
 * what it says.
 */
final class PageTree {
    private final PdfView view;
    private final Leaf leaf;
    private final Set<Integer> seen = new HashSet<>();

    private PageTree(PdfView view, Leaf leaf) {
        this.view = view;
        this.leaf = leaf;
    }

    /** Sees each page, in their order. */
    interface Leaf {
        void see(Dictionary page) throws PdfFault;
    }

    /** How many pages there are; a tree that is none is a fault. */
    static int walk(PdfView view, Leaf leaf) throws PdfFault {
        return new PageTree(view, leaf).pages(view.catalog().get("Pages"), PdfValue.Nothing.NOTHING, 0);
    }

    private int pages(PdfValue node, PdfValue parent, int depth) throws PdfFault {
        if (!(node instanceof Reference self) || !seen.add(self.number())) {
            throw new PdfFault("page tree: " + node + " (expected: a reference to a node of its own)");
        }
        if (depth > view.file().limits().maximumDepth()) {
            throw new PdfFault("page tree: nested too deep (expected: within a fixed limit)");
        }
        if (!(view.resolve(self) instanceof Dictionary dictionary)) {
            throw new PdfFault("page tree: object " + self.number() + " (expected: a dictionary)");
        }
        PdfValue named = dictionary.get("Parent");
        if (named != PdfValue.Nothing.NOTHING && !named.equals(parent)) {
            throw new PdfFault("page tree: object " + self.number() + " under another parent (expected: its own)");
        }
        if (!dictionary.has("Kids")) {
            leaf.see(dictionary);
            return 1;
        }
        int pages = 0;
        for (PdfValue kid : view.array(dictionary, "Kids")) {
            pages += pages(kid, self, depth + 1);
        }
        long told = view.resolve(dictionary.get("Count")) instanceof Whole count ? count.value() : -1;
        if (told != pages) {
            throw new PdfFault("page tree: /Count " + told + " (expected: " + pages + ")");
        }
        return pages;
    }
}
