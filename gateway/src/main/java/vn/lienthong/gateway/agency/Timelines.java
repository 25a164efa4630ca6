package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Dated rows gathered under a key, each key's rows in the order of time.
 *
 * @param rows never holds an empty list
 */
record Timelines<K, T extends Dated>(Map<K, List<T>> rows) {

    static <K, T extends Dated> Timelines<K, T> of(List<T> rows, Function<T, K> key) {
        Map<K, List<T>> gathered = HashMap.newHashMap(rows.size());
        for (T row : rows) {
            gathered.computeIfAbsent(key.apply(row), first -> new ArrayList<>(2))
                    .add(row);
        }
        gathered.replaceAll((each, list) ->
                list.stream().sorted(Comparator.comparing(Dated::from)).toList());
        return new Timelines<>(gathered);
    }

    List<T> of(K key) {
        return rows.getOrDefault(key, List.of());
    }

    /** The row that holds at the instant. */
    Optional<T> at(K key, Instant at) {
        return of(key).stream().filter(row -> row.validAt(at)).findFirst();
    }

    /**
     * The row that whoever wrote the key at the instant can have meant: the one that held; else the last that had ended;
     * else the first still to begin.
     */
    Optional<T> meantAt(K key, Instant at) {
        return at(key, at)
                .or(() -> of(key).stream().filter(row -> row.endedBy(at)).reduce((earlier, later) -> later))
                .or(() -> of(key).stream().findFirst());
    }
}
