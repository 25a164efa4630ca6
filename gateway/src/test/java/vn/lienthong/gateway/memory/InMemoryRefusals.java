package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public synchronized List<Counted> counted(LocalDate from, LocalDate to, int most) {
        Map<Counted, Long> lines = kept.stream()
                .filter(refusal -> isWithin(day(refusal), from, to))
                .sorted(Comparator.comparing(Refusal::at).reversed())
                .limit(most)
                .collect(Collectors.groupingBy(InMemoryRefusals::once, Collectors.counting()));
        Stream<Counted> named = lines.entrySet().stream()
                .map(line -> new Counted(
                        line.getKey().day(),
                        line.getKey().channel(),
                        line.getKey().caller(),
                        line.getValue()));
        Stream<Counted> gone = aged(Integer.MAX_VALUE).stream()
                .filter(aged -> isWithin(aged.day(), from, to))
                .map(aged -> new Counted(aged.day(), aged.channel(), Optional.empty(), aged.count()));
        return Stream.concat(named, gone)
                .sorted(Comparator.comparing(Counted::day)
                        .reversed()
                        .thenComparing(counted -> counted.channel().name())
                        .thenComparing(counted -> counted.caller().isEmpty())
                        .thenComparing(counted ->
                                counted.caller().map(Claimed::systemId).orElse(""))
                        .thenComparing(
                                counted -> counted.caller().map(Claimed::remote).orElse("")))
                .toList();
    }

    private static Counted once(Refusal refusal) {
        return new Counted(
                day(refusal), refusal.channel(), Optional.of(new Claimed(refusal.systemId(), refusal.remote())), 1);
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    private static LocalDate day(Refusal refusal) {
        return refusal.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public synchronized Optional<LocalDate> newestDay(LocalDate before) {
        return Stream.concat(kept.stream().map(InMemoryRefusals::day), days.keySet().stream())
                .filter(day -> day.isBefore(before))
                .max(Comparator.naturalOrder());
    }

    @Override
    public synchronized List<Refusal> latest(int limit) {
        return kept.reversed().stream().limit(limit).toList();
    }
}
