package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Nothing;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;

/**
 * What a later revision changed (ISO 32000-1 §12.8.2.2.2, EN 319 142-1 §5.5). Known harmless changes are named; everything
 * that is not known to be harmless is {@link Kind#CONTENT}.
 */
final class CompareRevisions {
    private final PdfView old;
    private final PdfView now;
    private final List<Change> changes = new ArrayList<>();
    private final FormChanges forms;

    private CompareRevisions(PdfView old, PdfView now) {
        this.old = old;
        this.now = now;
        this.forms = new FormChanges(old, now, changes);
    }

    /** The changes from one revision to a later one; one change of content where they cannot be compared. */
    static List<Change> between(PdfView old, PdfView now) {
        CompareRevisions comparison = new CompareRevisions(old, now);
        try {
            comparison.run();
        } catch (PdfFault unreadable) {
            comparison.changes.add(new Change(Kind.CONTENT, "unreadable: " + unreadable.text()));
        }
        return List.copyOf(comparison.changes);
    }

    private void run() throws PdfFault {
        if (!old.trailer().get("Root").equals(now.trailer().get("Root"))) {
            changes.add(new Change(Kind.CONTENT, "catalogue replaced"));
            return;
        }
        Set<Integer> touched = new TreeSet<>();
        for (XrefSection section : now.file().sections().subList(now.section(), old.section())) {
            if (section.size() > now.file().limits().maximumValues()) {
                throw new PdfFault("cross-reference: " + section.size() + " entries (expected: fewer)");
            }
            section.numbers(touched::add);
        }
        Set<Integer> added = new HashSet<>();
        for (int number : touched) {
            PdfValue before = old.object(number);
            PdfValue after = now.object(number);
            if (before == Nothing.NOTHING && after != Nothing.NOTHING) {
                added.add(number);
            } else if (!before.equals(after) && !(structural(before) && structural(after))) {
                altered(number, before, after);
            }
        }
        dangling(added);
    }

    private static boolean structural(PdfValue value) {
        return value instanceof Stream stream
                && stream.dictionary().get("Type") instanceof PdfValue.Name type
                && type.text().equals("XRef");
    }

    private void altered(int number, PdfValue before, PdfValue after) throws PdfFault {
        Dictionary catalog = old.catalog();
        if (isAt(number, old.trailer().get("Root"))) {
            catalog(catalog, now.catalog());
        } else if (isAt(number, catalog.get("AcroForm"))) {
            forms.form(old.dictionary(catalog, "AcroForm"), after);
        } else if (isAt(number, old.dictionary(catalog, "AcroForm").get("Fields"))) {
            forms.fields(array(before), array(after));
        } else if (isAt(number, old.trailer().get("Info")) || isAt(number, catalog.get("Metadata"))) {
            changes.add(new Change(Kind.METADATA, "object " + number));
        } else if (validationData(catalog).contains(number)) {
            changes.add(new Change(Kind.VALIDATION_DATA, "object " + number));
        } else if (before instanceof Dictionary one && after instanceof Dictionary other) {
            dictionary(number, one, other);
        } else if (before instanceof Array one && after instanceof Array other) {
            forms.annotations(one.items(), other.items(), "object " + number);
        } else {
            content(number, "");
        }
    }

    private static List<PdfValue> array(PdfValue value) {
        return value instanceof Array array ? array.items() : List.of();
    }

    private void dictionary(int number, Dictionary before, Dictionary after) throws PdfFault {
        if (before.names("Type", "Page") && after.names("Type", "Page")) {
            page(number, before, after);
        } else if (before.names("FT", "Sig") && !before.has("V")) {
            forms.signed(number, before, after);
        } else if (before.has("FT") || before.names("Type", "Annot") || (before.has("Subtype") && before.has("Rect"))) {
            changes.add(new Change(Kind.ANNOTATION, "object " + number));
        } else {
            content(number, "");
        }
    }

    private void page(int number, Dictionary before, Dictionary after) throws PdfFault {
        for (String key : FormChanges.differing(before, after)) {
            if (key.equals("Annots") && !after.repeated()) {
                forms.annotations(
                        old.array(before, "Annots"), now.array(after, "Annots"), "page object " + number + " /Annots");
            } else {
                content(number, " /" + key);
            }
        }
    }

    private void catalog(Dictionary before, Dictionary after) throws PdfFault {
        for (String key : FormChanges.differing(before, after)) {
            switch (key) {
                case "AcroForm" -> forms.form(old.dictionary(before, key), now.resolve(after.get(key)));
                case "DSS", "Extensions" -> changes.add(new Change(Kind.VALIDATION_DATA, "catalogue /" + key));
                case "Metadata", "Version" -> changes.add(new Change(Kind.METADATA, "catalogue /" + key));
                default -> changes.add(new Change(Kind.CONTENT, "catalogue /" + key));
            }
        }
    }

    /** Objects that only the signed revision's own validation data reach: what a later one points to is not trusted. */
    private Set<Integer> validationData(Dictionary catalog) throws PdfFault {
        Set<Integer> reached = new HashSet<>();
        if (catalog.has("DSS")) {
            Reach.from(old, catalog.get("DSS"), reached);
            reached.removeIf(number -> isAt(number, old.trailer().get("Root")));
        }
        return reached;
    }

    /** An object that was referred to while it did not exist changes what refers to it when it appears. */
    private void dangling(Set<Integer> added) throws PdfFault {
        if (added.isEmpty()) {
            return;
        }
        for (int number : Reach.allReferences(old)) {
            if (added.contains(number)) {
                content(number, ", absent but referred to before");
            }
        }
    }

    private void content(int number, String detail) {
        changes.add(new Change(Kind.CONTENT, "object " + number + detail));
    }

    private static boolean isAt(int number, PdfValue reference) {
        return reference instanceof Reference known && known.number() == number;
    }
}
