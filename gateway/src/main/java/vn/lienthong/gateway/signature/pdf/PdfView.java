package vn.lienthong.gateway.signature.pdf;

import java.util.List;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Nothing;
import vn.lienthong.gateway.signature.pdf.PdfValue.Reference;

/**
 * A file as it stood in one revision.
 *
 * @param section the newest cross-reference section that counts
 * @param end where the revision ends: nothing behind it may be part of it
 */
record PdfView(PdfFile file, int section, int end) {
    private static final int STEPS = 4;

    Dictionary trailer() {
        return file.sections().get(section).trailer();
    }

    /** What the newest section that speaks of an object says. */
    long entry(int number) throws PdfFault {
        List<XrefSection> sections = file.sections();
        for (int i = section; i < sections.size(); i++) {
            long entry = sections.get(i).find(number);
            if (entry != XrefSection.ABSENT) {
                return entry;
            }
        }
        return XrefSection.ABSENT;
    }

    /** Where an object stands: the offset of itself or of the stream it is packed in; -1 when there is none. */
    int place(int number) throws PdfFault {
        long entry = entry(number);
        if (entry == XrefSection.ABSENT || XrefSection.kind(entry) == XrefSection.FREE) {
            return -1;
        }
        return XrefSection.kind(entry) == XrefSection.IN_FILE
                ? XrefSection.place(entry)
                : place(XrefSection.place(entry));
    }

    /** The object with a number, whatever its generation; the null object where there is none. */
    PdfValue object(int number) throws PdfFault {
        long entry = entry(number);
        return entry == XrefSection.ABSENT
                ? Nothing.NOTHING
                : object(number, entry, XrefSection.kind(entry) == XrefSection.IN_FILE ? XrefSection.detail(entry) : 0);
    }

    private PdfValue object(int number, long entry, int generation) throws PdfFault {
        return switch (XrefSection.kind(entry)) {
            case XrefSection.IN_FILE -> {
                int offset = inside(XrefSection.place(entry));
                PdfFile.Located located = file.objectAt(offset, this);
                if (located.number() != number || located.generation() != XrefSection.detail(entry)) {
                    throw new PdfFault(
                            "byte " + offset + ": object " + located.number() + " (expected: " + number + ")");
                }
                yield located.generation() == generation ? located.value() : Nothing.NOTHING;
            }
            case XrefSection.IN_STREAM -> {
                int container = XrefSection.place(entry);
                long where = entry(container);
                if (where == XrefSection.ABSENT || XrefSection.kind(where) != XrefSection.IN_FILE) {
                    throw new PdfFault("object " + number + ": in stream " + container + " (expected: a stream)");
                }
                int offset = inside(XrefSection.place(where));
                yield generation == 0
                        ? file.objectStreamAt(offset, this).object(XrefSection.detail(entry), number)
                        : Nothing.NOTHING;
            }
            default -> Nothing.NOTHING;
        };
    }

    private int inside(int offset) throws PdfFault {
        if (offset >= end) {
            throw new PdfFault("offset " + offset + ": behind the revision (expected: before " + end + ")");
        }
        return offset;
    }

    /** The value itself, or what it refers to. */
    PdfValue resolve(PdfValue value) throws PdfFault {
        PdfValue resolved = value;
        for (int step = 0; resolved instanceof Reference reference; step++) {
            if (step >= STEPS) {
                throw new PdfFault("reference " + reference.number() + ": in a circle (expected: an object)");
            }
            long entry = entry(reference.number());
            resolved = entry == XrefSection.ABSENT
                    ? Nothing.NOTHING
                    : object(reference.number(), entry, reference.generation());
        }
        return resolved;
    }

    /** A dictionary behind a key; an empty one where there is none. */
    Dictionary dictionary(Dictionary holder, String key) throws PdfFault {
        return resolve(holder.get(key)) instanceof Dictionary dictionary ? dictionary : Dictionary.EMPTY;
    }

    /** The name behind a key, which may stand in an object of its own; empty where there is none. */
    String name(Dictionary holder, String key) throws PdfFault {
        return holder.has(key) && resolve(holder.get(key)) instanceof PdfValue.Name name ? name.text() : "";
    }

    /** The items of an array behind a key; none where there is no array. */
    List<PdfValue> array(Dictionary holder, String key) throws PdfFault {
        return resolve(holder.get(key)) instanceof Array array ? array.items() : List.of();
    }

    /** The document catalogue (§7.7.2), without which there is no document. */
    Dictionary catalog() throws PdfFault {
        if (!(resolve(trailer().get("Root")) instanceof Dictionary catalog) || catalog.repeated()) {
            throw new PdfFault("catalogue: missing, or with a key twice (expected: one dictionary)");
        }
        return catalog;
    }
}
