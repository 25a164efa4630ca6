package vn.lienthong.routes.door.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.routes.door.CallerAddress;

/**
 * How often callers were turned away, day by day: those of one address block under one name are one line, the most frequent
 * first. What many strangers make up is cut off, with the number of the rest.
 */
final class RefusalDays {

    /** Lines of one day. */
    static final int MOST = 50;

    private RefusalDays() {}

    /**
     * One line.
     *
     * @param systemId as the caller claimed it; empty where only the number is kept, or nothing was claimed
     * @param block empty where only the number is kept, or there is no address
     * @param named whether callers are kept at all
     */
    record Line(Channel channel, String systemId, String block, boolean named, long count) {}

    /**
     * One day in UTC.
     *
     * @param rest refusals in lines that are not shown
     */
    record Day(LocalDate date, long all, List<Line> lines, long rest) {}

    private record Who(Channel channel, String systemId, String block, boolean named) {}

    /** The newest day first. */
    static List<Day> of(List<Refusals.Counted> counted) {
        Map<LocalDate, Map<Who, Long>> days = new LinkedHashMap<>();
        counted.forEach(one -> days.computeIfAbsent(one.day(), unseen -> new LinkedHashMap<>())
                .merge(who(one), one.count(), Long::sum));
        List<Day> all = new ArrayList<>();
        days.forEach((date, lines) -> all.add(day(date, lines)));
        return all;
    }

    private static Who who(Refusals.Counted counted) {
        return counted.caller()
                .map(caller ->
                        new Who(counted.channel(), caller.systemId(), CallerAddress.block(caller.remote()), true))
                .orElseGet(() -> new Who(counted.channel(), "", "", false));
    }

    private static Day day(LocalDate date, Map<Who, Long> counts) {
        List<Line> lines = counts.entrySet().stream()
                .map(one -> new Line(
                        one.getKey().channel(),
                        one.getKey().systemId(),
                        one.getKey().block(),
                        one.getKey().named(),
                        one.getValue()))
                .sorted(Comparator.comparingLong(Line::count).reversed())
                .toList();
        List<Line> shown = lines.stream().limit(MOST).toList();
        long all = lines.stream().mapToLong(Line::count).sum();
        return new Day(
                date, all, shown, all - shown.stream().mapToLong(Line::count).sum());
    }
}
