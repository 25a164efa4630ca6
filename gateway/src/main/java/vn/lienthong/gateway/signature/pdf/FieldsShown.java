package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Real;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/**
 * Where form fields are shown, and whether one hides another: the lower one can be brought to light after signing. One
 * signature may stand over another, as a seal does over the officer's.
 */
final class FieldsShown {
    private static final int MOST_FIELDS = 5_000;
    private static final double LEAST_OVERLAP = 0.5;

    private FieldsShown() {}

    private record Box(int object, boolean signature, double left, double bottom, double right, double top) {
        boolean overlaps(Box other) {
            return Math.min(right, other.right) - Math.max(left, other.left) > LEAST_OVERLAP
                    && Math.min(top, other.top) - Math.max(bottom, other.bottom) > LEAST_OVERLAP;
        }
    }

    /** What is wrong with the fields of a page; empty when none hides another. */
    static Optional<String> overlap(PdfView view, Dictionary page) throws PdfFault {
        List<Box> boxes = new ArrayList<>();
        for (PdfValue annotation : view.array(page, "Annots")) {
            if (view.resolve(annotation) instanceof Dictionary widget
                    && view.name(widget, "Subtype").equals("Widget")) {
                box(view, annotation, widget).ifPresent(boxes::add);
            }
            if (boxes.size() > MOST_FIELDS) {
                return Optional.of("fields on a page: more than " + MOST_FIELDS + " (expected: fewer)");
            }
        }
        boxes.sort(Comparator.comparingDouble(Box::left));
        for (int i = 0; i < boxes.size(); i++) {
            Box one = boxes.get(i);
            for (int j = i + 1; j < boxes.size() && boxes.get(j).left() < one.right(); j++) {
                Box other = boxes.get(j);
                if (!(one.signature() && other.signature()) && one.overlaps(other)) {
                    return Optional.of("objects " + one.object() + " and " + other.object()
                            + ": fields over each other (expected: side by side)");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Box> box(PdfView view, PdfValue reference, Dictionary widget) throws PdfFault {
        List<PdfValue> sides = view.array(widget, "Rect");
        if (sides.size() != 4) {
            return Optional.empty();
        }
        double[] at = new double[4];
        for (int i = 0; i < 4; i++) {
            at[i] = switch (view.resolve(sides.get(i))) {
                case Whole whole -> whole.value();
                case Real real -> real.value();
                default -> throw new PdfFault("/Rect: " + sides.get(i) + " (expected: four numbers)");
            };
        }
        return Optional.of(new Box(
                reference instanceof Reference known ? known.number() : 0,
                type(view, widget).equals("Sig"),
                Math.min(at[0], at[2]),
                Math.min(at[1], at[3]),
                Math.max(at[0], at[2]),
                Math.max(at[1], at[3])));
    }

    /** Of which type the field is that a widget shows, its own or inherited (ISO 32000-1 §12.7.3.1); empty where it shows none. */
    static String type(PdfView view, Dictionary widget) throws PdfFault {
        Dictionary field = widget;
        for (int depth = 0; !field.has("FT") && field.has("Parent"); depth++) {
            if (depth > view.file().limits().maximumDepth()) {
                return "";
            }
            field = view.dictionary(field, "Parent");
        }
        return view.name(field, "FT");
    }
}
