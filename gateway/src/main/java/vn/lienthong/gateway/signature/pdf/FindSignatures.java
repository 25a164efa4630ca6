package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Nothing;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Text;

/**
 * Finds the signature fields of one revision that have a value, readable or not: a value that is no signature dictionary
 * makes the signature broken, never absent.
 */
final class FindSignatures {
    private final PdfView view;
    private final List<SignatureField> found = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();

    private FindSignatures(PdfView view) {
        this.view = view;
    }

    static List<SignatureField> in(PdfView view) throws PdfFault {
        Dictionary catalog = view.catalog();
        if (!catalog.has("AcroForm")) {
            return List.of();
        }
        if (!(view.resolve(catalog.get("AcroForm")) instanceof Dictionary form) || form.repeated()) {
            throw new PdfFault("form: missing, or with a key twice (expected: one dictionary)");
        }
        FindSignatures search = new FindSignatures(view);
        for (PdfValue field : view.array(form, "Fields")) {
            search.field(field, new Inherited("", false, Nothing.NOTHING), 0);
        }
        return search.found;
    }

    /** What a field takes from the fields above it (§12.7.3.2). */
    private record Inherited(String name, boolean signature, PdfValue value) {}

    private void field(PdfValue reference, Inherited above, int depth) throws PdfFault {
        if (depth > view.file().limits().maximumDepth()) {
            throw new PdfFault("fields: nested too deep (expected: within a fixed limit)");
        }
        if (reference instanceof Reference known && !seen.add(known.number())) {
            return;
        }
        if (!(view.resolve(reference) instanceof Dictionary field)) {
            return;
        }
        boolean signature = field.has("FT") ? field.names("FT", "Sig") || isSignatureName(field) : above.signature();
        PdfValue value = field.has("V") ? field.get("V") : above.value();
        Inherited own = new Inherited(name(field, above, reference), signature, value);
        List<PdfValue> kids = view.array(field, "Kids");
        if (!hasFields(kids)) {
            if (signature && view.resolve(value) != Nothing.NOTHING) {
                found.add(signature(own, field, value));
            }
            return;
        }
        for (PdfValue kid : kids) {
            field(kid, own, depth + 1);
        }
    }

    private boolean isSignatureName(Dictionary field) throws PdfFault {
        return view.resolve(field.get("FT")) instanceof PdfValue.Name name
                && name.text().equals("Sig");
    }

    /** Kids are fields when they have a name of their own; else they are only where the field is shown. */
    private boolean hasFields(List<PdfValue> kids) throws PdfFault {
        for (PdfValue kid : kids) {
            if (view.resolve(kid) instanceof Dictionary child && child.has("T")) {
                return true;
            }
        }
        return false;
    }

    private SignatureField signature(Inherited own, Dictionary field, PdfValue value) throws PdfFault {
        int place = value instanceof Reference reference ? view.place(reference.number()) : -1;
        Dictionary dictionary = view.resolve(value) instanceof Dictionary signature && !field.repeated()
                ? signature
                : new Dictionary(Map.of(), true);
        return new SignatureField(own.name(), dictionary, place);
    }

    /** A name is told to people and kept: what neither XML nor a database has for a character is none in it. */
    private static String shown(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]", "\uFFFD");
    }

    private String name(Dictionary field, Inherited above, PdfValue reference) throws PdfFault {
        String own = view.resolve(field.get("T")) instanceof Text text
                ? shown(text.readable())
                : reference instanceof Reference known ? "object " + known.number() : "field";
        return above.name().isEmpty() ? own : above.name() + "." + own;
    }
}
