package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;

/**
 * The tree of pages (ISO 32000-1 §7.7.3), walked strictly: every node once, each under the one it names as its parent.
 * Tolerant readers walk up and down it without looking where they have been.
 */
final class PageTree {
    private final PdfView view;
    private final Set<Integer> seen = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();

    private PageTree(PdfView view) {
        this.view = view;
    }

    private record Node(Reference self, PdfValue parent, int depth) {}

    /** How many pages there are; a tree that is none is a fault. */
    static int count(PdfView view) throws PdfFault {
        PageTree tree = new PageTree(view);
        tree.add(view.catalog().get("Pages"), PdfValue.Nothing.NOTHING, 0);
        int pages = 0;
        while (!tree.open.isEmpty()) {
            pages += tree.visit(tree.open.pop()) ? 1 : 0;
        }
        return pages;
    }

    private void add(PdfValue node, PdfValue parent, int depth) throws PdfFault {
        if (!(node instanceof Reference self) || !seen.add(self.number())) {
            throw new PdfFault("page tree: " + node + " (expected: a reference to a node of its own)");
        }
        if (depth > view.file().limits().maximumDepth()) {
            throw new PdfFault("page tree: nested too deep (expected: within a fixed limit)");
        }
        open.push(new Node(self, parent, depth));
    }

    /** Whether the node is a page. */
    private boolean visit(Node node) throws PdfFault {
        if (!(view.resolve(node.self()) instanceof Dictionary dictionary)) {
            throw new PdfFault("page tree: object " + node.self().number() + " (expected: a dictionary)");
        }
        PdfValue parent = dictionary.get("Parent");
        if (parent != PdfValue.Nothing.NOTHING && !parent.equals(node.parent())) {
            throw new PdfFault(
                    "page tree: object " + node.self().number() + " under another parent (expected: its own)");
        }
        if (!dictionary.has("Kids")) {
            return true;
        }
        for (PdfValue kid : view.array(dictionary, "Kids")) {
            add(kid, node.self(), node.depth() + 1);
        }
        return false;
    }
}
