package vn.lienthong.gateway.signature.pdf;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One cross-reference section (ISO 32000-1 §7.5.4, §7.5.8) with its trailer: what one update of the file defines.
 *
 * @param offset where it stands: revisions are known by it
 * @param hidden what a hybrid file's cross-reference stream adds (§7.5.8.4); null when there is none
 */
record XrefSection(int offset, PdfValue.Dictionary trailer, List<Run> runs, @Nullable XrefSection hidden) {

    /** Entry kinds, in the two upper bits of an entry. */
    static final int FREE = 0;

    static final int IN_FILE = 1;
    static final int IN_STREAM = 2;

    /** Not in this section. */
    static final long ABSENT = -1;

    private static final int KIND_SHIFT = 60;
    private static final int PLACE_SHIFT = 24;
    private static final long PLACE_MASK = (1L << 36) - 1;
    private static final long DETAIL_MASK = (1L << PLACE_SHIFT) - 1;

    /** Objects with consecutive numbers, sorted by the first and without overlap. */
    interface Run {
        int first();

        int count();

        /** The entry at an index, packed. */
        long entry(int index) throws PdfFault;
    }

    static long pack(int kind, long place, long detail) throws PdfFault {
        if (place < 0 || place > PLACE_MASK || detail < 0 || detail > DETAIL_MASK) {
            throw new PdfFault("cross-reference entry: " + place + " " + detail + " (expected: within the file)");
        }
        return ((long) kind << KIND_SHIFT) | (place << PLACE_SHIFT) | detail;
    }

    static int kind(long entry) {
        return (int) (entry >>> KIND_SHIFT);
    }

    /** Byte offset, or number of the object stream. */
    static int place(long entry) {
        return (int) Math.min(Integer.MAX_VALUE, (entry >>> PLACE_SHIFT) & PLACE_MASK);
    }

    /** Generation, or index within the object stream. */
    static int detail(long entry) {
        return (int) (entry & DETAIL_MASK);
    }

    /** Runs in order, refused where two define the same object: readers would differ in which one they take. */
    static List<Run> ordered(List<Run> runs) throws PdfFault {
        Run[] sorted = runs.stream().filter(run -> run.count() > 0).toArray(Run[]::new);
        Arrays.sort(sorted, (one, other) -> Integer.compare(one.first(), other.first()));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1].first() + (long) sorted[i - 1].count() > sorted[i].first()) {
                throw new PdfFault(
                        "cross-reference: object " + sorted[i].first() + " twice (expected: once a section)");
            }
        }
        return List.of(sorted);
    }

    /** What this section says of an object; {@link #ABSENT} when nothing. */
    long find(int number) throws PdfFault {
        long entry = ABSENT;
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Run run = runs.get(middle);
            if (number < run.first()) {
                high = middle - 1;
            } else if (number - run.first() >= run.count()) {
                low = middle + 1;
            } else {
                entry = run.entry(number - run.first());
                break;
            }
        }
        if (hidden != null && (entry == ABSENT || kind(entry) == FREE)) {
            long more = hidden.find(number);
            return more == ABSENT ? entry : more;
        }
        return entry;
    }

    /** Every object number this section speaks of. */
    void numbers(IntConsumer consumer) {
        for (Run run : runs) {
            for (int i = 0; i < run.count(); i++) {
                consumer.accept(run.first() + i);
            }
        }
        if (hidden != null) {
            hidden.numbers(consumer);
        }
    }

    long size() {
        return runs.stream().mapToLong(Run::count).sum() + (hidden == null ? 0 : hidden.size());
    }
}
