package vn.lienthong.routes.door;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls that were refused without a line of their own: counted by where they came from, so that none vanishes silently. */
public final class Unwritten {

    private static final int MOST_NAMES = 1_000;
    private static final int SHOWN = 5;
    private static final String OTHERS = "…";

    private final Map<String, Long> counts = new HashMap<>();
    private final Map<Why, Long> totals = new HashMap<>();

    /** Why there is no line. */
    public enum Why {
        /** A system called more often than it may. */
        SYSTEM,
        /** An address had been refused too often. */
        ADDRESS,
        /** There were more refusals than are written down. */
        LINES
    }

    /** Counts one. */
    public synchronized void count(Why why, String source) {
        totals.merge(why, 1L, Long::sum);
        String name = counts.containsKey(source) || counts.size() < MOST_NAMES ? source : OTHERS;
        counts.merge(name, 1L, Long::sum);
    }

    /** All since the start. */
    public synchronized long total(Why why) {
        return totals.getOrDefault(why, 0L);
    }

    /** One sentence over what was counted since the last time; empty where nothing was. */
    public synchronized Optional<String> take() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<String, Long>> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .toList();
        String shown =
                most.stream().map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", "));
        String text =
                all + " lời gọi bị từ chối không ghi từng dòng, từ " + counts.size() + " nơi; nhiều nhất: " + shown;
        counts.clear();
        return Optional.of(text);
    }
}
