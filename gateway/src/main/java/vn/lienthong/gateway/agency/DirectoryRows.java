package vn.lienthong.gateway.agency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything a directory says, as plain rows in no particular order. */
public record DirectoryRows(List<Agency> agencies, List<CodeAssignment> codes, List<Succession> successions) {

    public static final DirectoryRows NONE = new DirectoryRows(List.of(), List.of(), List.of());

    public DirectoryRows {
        agencies = List.copyOf(agencies);
        codes = List.copyOf(codes);
        successions = List.copyOf(successions);
    }

    public boolean isEmpty() {
        return agencies.isEmpty() && codes.isEmpty() && successions.isEmpty();
    }

    /** These rows without those the change drops, and with those it adds. */
    public DirectoryRows with(DirectoryChange change) {
        return new DirectoryRows(
                with(agencies, change.dropped().agencies(), change.added().agencies()),
                with(codes, change.dropped().codes(), change.added().codes()),
                with(successions, change.dropped().successions(), change.added().successions()));
    }

    private static <T> List<T> with(List<T> rows, List<T> dropped, List<T> added) {
        Set<T> gone = new HashSet<>(dropped);
        List<T> result = new ArrayList<>(rows.size() + added.size());
        int found = 0;
        for (T row : rows) {
            if (gone.contains(row)) {
                found++;
            } else {
                result.add(row);
            }
        }
        if (found != gone.size()) {
            throw new DirectoryInconsistentException(List.of(
                    "rows to drop: " + (gone.size() - found) + " not in the directory (expected: all of them)"));
        }
        result.addAll(added);
        return result;
    }
}
