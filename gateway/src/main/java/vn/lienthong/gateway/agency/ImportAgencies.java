package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings a table of agencies (see {@link AgencyTable} for its columns) into the directory, in two steps: a preview that
 * changes nothing, and its application. A line replaces the row with the same agency and opening date; what the table does
 * not mention stays, and a succession on record is never withdrawn by it. The same table twice changes nothing.
 */
public final class ImportAgencies {

    private final Agencies agencies;

    public ImportAgencies(Agencies agencies) {
        this.agencies = agencies;
    }

    /**
     * Works out what the table would change.
     *
     * @param csv UTF-8
     * @param knownFrom the instant to note as the one from which the gateway knew
     * @param reason for the record
     */
    public ImportPreview preview(byte[] csv, Instant knownFrom, String reason) {
        AgencyDirectory directory = agencies.current();
        AgencyTable table = AgencyTable.read(csv);
        RowAssembly assembly = new RowAssembly(table.rows(), directory, knownFrom);
        Difference difference = new Difference(directory.rows(), assembly.rows());
        DirectoryChange change = difference.change(directory.version().number(), reason);

        List<ImportProblem> problems = new ArrayList<>(table.problems());
        problems.addAll(assembly.problems());
        if (problems.isEmpty()) {
            DirectoryCheck.problems(directory.rows().with(change))
                    .forEach(text -> problems.add(new ImportProblem(0, text)));
        }
        return new ImportPreview(change, difference.added, difference.changed, difference.closed, problems);
    }

    /**
     * Does what the preview showed.
     *
     * @return the new version, or the current one where there was nothing to change
     * @throws DirectoryMovedException when the directory changed since the preview
     * @throws DirectoryInconsistentException when the preview has problems
     */
    public DirectoryVersion apply(ImportPreview preview) {
        if (!preview.isApplicable()) {
            throw new DirectoryInconsistentException(preview.problems().stream()
                    .map(problem -> "line " + problem.line() + ": " + problem.text())
                    .toList());
        }
        return preview.change().isEmpty() ? agencies.current().version() : agencies.add(preview.change());
    }

    /** The rows to add and drop so that the directory says what the table says. */
    private static final class Difference {

        private record Key(Object first, Object second, Object third) {}

        private final List<Agency> added = new ArrayList<>();
        private final List<Agency> changed = new ArrayList<>();
        private final List<Agency> closed = new ArrayList<>();
        private final DirectoryRows toAdd;
        private final DirectoryRows toDrop;

        Difference(DirectoryRows present, DirectoryRows wanted) {
            List<Agency> dropped = new ArrayList<>();
            compare(
                    present.agencies(),
                    wanted.agencies(),
                    a -> new Key(a.id(), a.from(), ""),
                    Object::equals,
                    (old, now) -> {
                        (old == null ? added : old.to().isEmpty() && now.to().isPresent() ? closed : changed).add(now);
                        drop(old, dropped);
                    });
            List<CodeAssignment> droppedCodes = new ArrayList<>();
            List<CodeAssignment> newCodes = new ArrayList<>();
            compare(
                    present.codes(),
                    wanted.codes(),
                    c -> new Key(c.code(), c.agency(), c.from()),
                    CodeAssignment::saysTheSameAs,
                    (old, now) -> {
                        newCodes.add(now);
                        drop(old, droppedCodes);
                    });
            List<Succession> droppedSuccessions = new ArrayList<>();
            List<Succession> newSuccessions = new ArrayList<>();
            compare(
                    present.successions(),
                    wanted.successions(),
                    s -> new Key(s.from(), s.to(), s.effective()),
                    Object::equals,
                    (old, now) -> {
                        newSuccessions.add(now);
                        drop(old, droppedSuccessions);
                    });
            List<Agency> newAgencies = new ArrayList<>(added);
            newAgencies.addAll(changed);
            newAgencies.addAll(closed);
            this.toAdd = new DirectoryRows(newAgencies, newCodes, newSuccessions);
            this.toDrop = new DirectoryRows(dropped, droppedCodes, droppedSuccessions);
        }

        DirectoryChange change(long basedOn, String reason) {
            return new DirectoryChange(basedOn, toAdd, toDrop, reason);
        }

        private interface Found<T> {
            void differs(@Nullable T old, T now);
        }

        private static <T> void compare(
                List<T> present, List<T> wanted, Function<T, Key> key, BiPredicate<T, T> same, Found<T> found) {
            Map<Key, T> byKey = HashMap.newHashMap(present.size());
            present.forEach(row -> byKey.put(key.apply(row), row));
            for (T now : wanted) {
                T old = byKey.get(key.apply(now));
                if (old == null || !same.test(old, now)) {
                    found.differs(old, now);
                }
            }
        }

        private static <T> void drop(@Nullable T old, List<T> dropped) {
            if (old != null) {
                dropped.add(old);
            }
        }
    }
}
