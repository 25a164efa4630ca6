package vn.lienthong.gateway.signature.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;

/** Which objects refer to which. */
final class Reach {
    private Reach() {}

    /** Collects the numbers of all objects that can be reached from a value. */
    static void from(PdfView view, PdfValue value, Set<Integer> reached) throws PdfFault {
        Set<Integer> next = new HashSet<>();
        references(value, next);
        while (!next.isEmpty()) {
            Set<Integer> further = new HashSet<>();
            for (int number : next) {
                if (reached.add(number)) {
                    references(view.object(number), further);
                }
            }
            next = further;
        }
    }

    /** The numbers that any object of a revision refers to. */
    static Set<Integer> allReferences(PdfView view) throws PdfFault {
        Set<Integer> numbers = new TreeSet<>();
        List<XrefSection> sections = view.file().sections();
        for (XrefSection section : sections.subList(view.section(), sections.size())) {
            if (section.size() > view.file().limits().maximumValues()) {
                throw new PdfFault("cross-reference: " + section.size() + " entries (expected: fewer)");
            }
            section.numbers(numbers::add);
        }
        Set<Integer> referred = new HashSet<>();
        for (int number : numbers) {
            references(view.object(number), referred);
        }
        return referred;
    }

    private static void references(PdfValue value, Set<Integer> into) {
        switch (value) {
            case Reference reference -> into.add(reference.number());
            case Array array -> array.items().forEach(item -> references(item, into));
            case Dictionary dictionary -> dictionary.entries().values().forEach(entry -> references(entry, into));
            case Stream stream -> references(stream.dictionary(), into);
            case PdfValue.Nothing nothing -> {}
            case PdfValue.Truth truth -> {}
            case PdfValue.Whole whole -> {}
            case PdfValue.Real real -> {}
            case PdfValue.Name name -> {}
            case PdfValue.Text text -> {}
        }
    }
}
