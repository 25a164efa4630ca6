package vn.lienthong.gateway.signature.pdf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Nothing;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;

/**
 * What a later revision may do to a form so that a further signature can be made: append signature fields, and show them.
 * A signature field is known by its keys: only such as have no action and no content beyond its own rectangle.
 */
final class FormChanges {
    private static final Set<String> FIELD_KEYS = Set.of(
            "Type", "Subtype", "FT", "T", "TU", "TM", "V", "Rect", "F", "Ff", "P", "AP", "AS", "MK", "DA", "NM", "M",
            "Lock", "SV", "H", "BS", "Border", "DR");
    private static final Set<String> SIGNING_KEYS = Set.of("V", "AP", "AS", "F", "M", "MK", "DA", "NM", "P", "Type");

    /** Square points: 17 cm by 17 cm. A larger one hides what was signed before (sneaky signature). */
    private static final double LARGEST_SHOWN = 250_000;

    private final PdfView old;
    private final PdfView now;
    private final List<Change> changes;

    FormChanges(PdfView old, PdfView now, List<Change> changes) {
        this.old = old;
        this.now = now;
        this.changes = changes;
    }

    /** The keys under which two dictionaries differ, in order. */
    static Set<String> differing(Dictionary before, Dictionary after) {
        Set<String> keys = new TreeSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        keys.removeIf(key -> before.get(key).equals(after.get(key)));
        return keys;
    }

    void form(Dictionary before, PdfValue after) throws PdfFault {
        if (!(after instanceof Dictionary form) || form.repeated()) {
            changes.add(new Change(Kind.CONTENT, "form removed"));
            return;
        }
        for (String key : differing(before, form)) {
            switch (key) {
                case "Fields" -> fields(old.array(before, key), now.array(form, key));
                case "SigFlags" -> {}
                case "DA", "DR" -> {
                    if (!additive(old.resolve(before.get(key)), now.resolve(form.get(key)), 0)) {
                        changes.add(new Change(Kind.CONTENT, "form /" + key));
                    }
                }
                default -> changes.add(new Change(Kind.CONTENT, "form /" + key));
            }
        }
    }

    /** Whether everything that was there is there unchanged: fonts for an appearance may be added, never exchanged. */
    private boolean additive(PdfValue before, PdfValue after, int depth) throws PdfFault {
        if (before == Nothing.NOTHING || before.equals(after)) {
            return true;
        }
        if (depth > 2 || !(before instanceof Dictionary one) || !(after instanceof Dictionary other)) {
            return false;
        }
        for (Map.Entry<String, PdfValue> entry : one.entries().entrySet()) {
            PdfValue value = old.resolve(entry.getValue());
            if (!additive(value, now.resolve(other.get(entry.getKey())), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    void fields(List<PdfValue> before, List<PdfValue> after) throws PdfFault {
        for (PdfValue field : appended(before, after, "form /Fields")) {
            changes.add(new Change(isNewSignature(field) ? kind(field) : other(field), "form " + place(field)));
        }
    }

    void annotations(List<PdfValue> before, List<PdfValue> after, String where) throws PdfFault {
        for (PdfValue annotation : appended(before, after, where)) {
            if (isNewSignature(annotation)) {
                changes.add(new Change(kind(annotation), where + " " + place(annotation)));
            } else {
                boolean placed = now.resolve(annotation) instanceof Dictionary added && added.has("Rect");
                changes.add(new Change(placed ? other(annotation) : Kind.CONTENT, where + " " + place(annotation)));
            }
        }
    }

    /** An empty signature field that was signed: its value and looks, nothing else. */
    void signed(int number, Dictionary before, Dictionary after) {
        Set<String> differing = differing(before, after);
        boolean allowed = !after.repeated() && SIGNING_KEYS.containsAll(differing);
        changes.add(new Change(allowed ? Kind.SIGNATURE_ADDED : Kind.CONTENT, "object " + number + " " + differing));
    }

    /** What follows the old items; the old ones must all be there, in their order. */
    private List<PdfValue> appended(List<PdfValue> before, List<PdfValue> after, String where) {
        if (after.size() < before.size() || !after.subList(0, before.size()).equals(before)) {
            changes.add(new Change(Kind.CONTENT, where + " rearranged"));
            return List.of();
        }
        return after.subList(before.size(), after.size());
    }

    private boolean isNewSignature(PdfValue field) throws PdfFault {
        return field instanceof Reference reference
                && old.object(reference.number()) == Nothing.NOTHING
                && now.resolve(field) instanceof Dictionary dictionary
                && !dictionary.repeated()
                && dictionary.names("FT", "Sig")
                && (!dictionary.has("Type") || dictionary.names("Type", "Annot"))
                && FIELD_KEYS.containsAll(dictionary.entries().keySet());
    }

    private Kind kind(PdfValue signatureField) throws PdfFault {
        Dictionary field = (Dictionary) now.resolve(signatureField);
        List<PdfValue> rectangle = now.array(field, "Rect");
        if (!field.has("Rect") || isEmpty(rectangle)) {
            return Kind.UNSEEN_FIELD_ADDED;
        }
        return showsForNobody(field) || isLarge(rectangle) ? Kind.CONTENT : Kind.SIGNATURE_ADDED;
    }

    /** A comment is for a rule to weigh; a further field that nobody signed is neither that nor a form filled in. */
    private Kind other(PdfValue appended) throws PdfFault {
        if (!(now.resolve(appended) instanceof Dictionary added)) {
            return Kind.CONTENT;
        }
        Dictionary field = added.has("FT") ? added : now.dictionary(added, "Parent");
        boolean signed = field.names("FT", "Sig") && field.has("V");
        return !signed && (field.has("FT") || added.names("Subtype", "Widget")) ? Kind.CONTENT : Kind.ANNOTATION;
    }

    /** What is drawn in a field that nobody signed is not a signature's appearance, whatever it covers. */
    private static boolean showsForNobody(Dictionary field) {
        return !field.has("V") && (field.has("AP") || field.has("MK"));
    }

    private boolean isLarge(List<PdfValue> rectangle) throws PdfFault {
        if (rectangle.size() != 4) {
            return true;
        }
        double[] at = new double[4];
        for (int i = 0; i < at.length; i++) {
            Double side = number(now.resolve(rectangle.get(i)));
            at[i] = side == null ? Double.NaN : side;
        }
        return !(Math.abs((at[2] - at[0]) * (at[3] - at[1])) <= LARGEST_SHOWN);
    }

    /** Whether a rectangle has no area, so that nothing is drawn in it. */
    private boolean isEmpty(List<PdfValue> rectangle) throws PdfFault {
        return rectangle.size() == 4
                && (same(rectangle.get(0), rectangle.get(2)) || same(rectangle.get(1), rectangle.get(3)));
    }

    private boolean same(PdfValue one, PdfValue other) throws PdfFault {
        Double left = number(now.resolve(one));
        return left != null && left.equals(number(now.resolve(other)));
    }

    private static @Nullable Double number(PdfValue value) {
        return switch (value) {
            case PdfValue.Whole whole -> (double) whole.value();
            case PdfValue.Real real -> real.value();
            default -> null;
        };
    }

    private static String place(PdfValue value) {
        return value instanceof Reference reference ? "object " + reference.number() : "item";
    }
}
