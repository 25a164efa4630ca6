package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** What must be added and dropped so that a directory says what some wanted rows say, and keeps all else. */
record DirectoryDifference(
        List<Differing<Agency>> agencies,
        List<Differing<CodeAssignment>> codes,
        List<Differing<Succession>> successions) {

    /** A row that is wanted, and the one with the same key that stands in its way. */
    record Differing<T>(Optional<T> before, T after) {}

    private record StretchKey(AgencyId agency, Instant from) {}

    private record CodeKey(AgencyCode code, AgencyId agency, Instant from) {}

    private record SuccessionKey(AgencyId from, AgencyId to, Instant effective) {}

    static DirectoryDifference between(DirectoryRows present, DirectoryRows wanted) {
        return new DirectoryDifference(
                differing(
                        present.agencies(),
                        wanted.agencies(),
                        row -> new StretchKey(row.id(), row.from()),
                        Agency::equals),
                differing(
                        present.codes(),
                        wanted.codes(),
                        row -> new CodeKey(row.code(), row.agency(), row.from()),
                        CodeAssignment::saysTheSameAs),
                differing(
                        present.successions(),
                        wanted.successions(),
                        row -> new SuccessionKey(row.from(), row.to(), row.effective()),
                        Succession::equals));
    }

    private static <T> List<Differing<T>> differing(
            List<T> present, List<T> wanted, Function<T, Object> key, BiPredicate<T, T> same) {
        Map<Object, T> byKey = HashMap.newHashMap(present.size());
        present.forEach(row -> byKey.put(key.apply(row), row));
        List<Differing<T>> differing = new ArrayList<>();
        for (T row : wanted) {
            Optional<T> before = Optional.ofNullable(byKey.get(key.apply(row)));
            if (before.filter(known -> same.test(known, row)).isEmpty()) {
                differing.add(new Differing<>(before, row));
            }
        }
        return differing;
    }

    DirectoryChange change(long basedOn, String reason) {
        return new DirectoryChange(
                basedOn,
                new DirectoryRows(after(agencies), after(codes), after(successions)),
                new DirectoryRows(before(agencies), before(codes), before(successions)),
                reason);
    }

    private static <T> List<T> after(List<Differing<T>> rows) {
        return rows.stream().map(Differing::after).toList();
    }

    private static <T> List<T> before(List<Differing<T>> rows) {
        return rows.stream().flatMap(row -> row.before().stream()).toList();
    }

    /** Stretches that the directory did not have. */
    List<Agency> opened() {
        return agencies(row -> row.before().isEmpty());
    }

    /** Stretches that had no end and get one. */
    List<Agency> closed() {
        return agencies(DirectoryDifference::closes);
    }

    /** Every other stretch that is not as it was. */
    List<Agency> changed() {
        return agencies(row -> row.before().isPresent() && !closes(row));
    }

    private List<Agency> agencies(Predicate<Differing<Agency>> which) {
        return after(agencies.stream().filter(which).toList());
    }

    private static boolean closes(Differing<Agency> row) {
        return row.after().to().isPresent()
                && row.before().filter(before -> before.to().isEmpty()).isPresent();
    }
}
