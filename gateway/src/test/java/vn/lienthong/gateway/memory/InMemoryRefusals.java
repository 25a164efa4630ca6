package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;

/** Refusals in a list, in the order they came. */
final class InMemoryRefusals implements Refusals {

    private final List<Refusal> kept = new ArrayList<>();
    private final Map<LocalDate, Map<Channel, Long>> days = new TreeMap<>(Comparator.reverseOrder());

    @Override
    public synchronized void add(Refusal refusal) {
        kept.add(refusal);
    }

    @Override
    public synchronized int age(Instant before, int most) {
        List<Refusal> gone = kept.stream()
                .filter(refusal -> refusal.at().isBefore(before))
                .sorted(Comparator.comparing(Refusal::at))
                .limit(most)
                .toList();
        for (Refusal refusal : gone) {
            kept.remove(refusal);
            LocalDate day = refusal.at().atZone(ZoneOffset.UTC).toLocalDate();
            days.computeIfAbsent(day, unseen -> new TreeMap<>(Comparator.comparing(Channel::name)))
                    .merge(refusal.channel(), 1L, Long::sum);
        }
        return gone.size();
    }

    @Override
    public synchronized List<Aged> aged(int limit) {
        return days.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(count -> new Aged(day.getKey(), count.getKey(), count.getValue())))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Refusal> latest(int limit) {
        return kept.reversed().stream().limit(limit).toList();
    }
}
