package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;

/** Every dictionary of a revision that a reader can come to from its trailer, each once. */
final class LiveObjects {
    private final Visitor visitor;
    private final Set<Integer> seen = new HashSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    private LiveObjects(Visitor visitor) {
        this.visitor = visitor;
    }

    interface Visitor {
        /**
         * Sees one dictionary.
         *
         * @param object the number of the object it stands in; 0 for the trailer
         * @param stream whether it describes a stream
         */
        void see(int object, Dictionary dictionary, boolean stream) throws PdfFault;
    }

    /** Shows every dictionary; an object that cannot be read is a fault. */
    static void walk(PdfView view, Visitor visitor) throws PdfFault {
        LiveObjects walk = new LiveObjects(visitor);
        Dictionary trailer = view.trailer();
        walk.value(0, trailer.get("Root"));
        walk.value(0, trailer.get("Info"));
        while (!walk.open.isEmpty()) {
            int number = walk.open.pop();
            walk.value(number, view.object(number));
        }
    }

    private void value(int object, PdfValue value) throws PdfFault {
        switch (value) {
            case Reference reference -> {
                if (seen.add(reference.number())) {
                    open.push(reference.number());
                }
            }
            case Array array -> {
                for (PdfValue item : array.items()) {
                    value(object, item);
                }
            }
            case Dictionary dictionary -> dictionary(object, dictionary, false);
            case Stream stream -> dictionary(object, stream.dictionary(), true);
            case PdfValue.Nothing nothing -> {}
            case PdfValue.Truth truth -> {}
            case PdfValue.Whole whole -> {}
            case PdfValue.Real real -> {}
            case PdfValue.Name name -> {}
            case PdfValue.Text text -> {}
        }
    }

    private void dictionary(int object, Dictionary dictionary, boolean stream) throws PdfFault {
        visitor.see(object, dictionary, stream);
        for (PdfValue entry : dictionary.entries().values()) {
            value(object, entry);
        }
    }
}
