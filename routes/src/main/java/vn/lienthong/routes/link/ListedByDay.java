package vn.lienthong.routes.link;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Goes through the days of neighbours' lists: what is too long to be read whole is asked for in halves, down to a day. A day
 * that is too long by itself rests for a while, and keeps no other day from being read.
 */
final class ListedByDay {

    /** Each time such a day is asked for, as much is read of it as of any list, for nothing. */
    private static final Duration REST = Duration.ofHours(1);

    private record Day(String systemId, MessageKind kind, LocalDate date) {}

    private final Map<Day, Instant> resting = new ConcurrentHashMap<>();

    /**
     * What is asked for.
     *
     * @param from the first day of the period
     * @param to its last day, included
     * @param unread further days that were too long when they were in the period: they do not get lost by growing old
     */
    record Days(LocalDate from, LocalDate to, Set<LocalDate> unread) {
        Days {
            unread = Set.copyOf(unread);
        }

        private boolean has(LocalDate date) {
            return !date.isBefore(from) || unread.contains(date);
        }
    }

    /** Asks for the list of some days, both included. */
    @FunctionalInterface
    interface Asking {
        /** Empty where it is too long to be read. */
        Optional<List<AxisListed>> list(LocalDate from, LocalDate to) throws IOException, InterruptedException;
    }

    /**
     * All that is listed in some days, day by day.
     *
     * @throws IOException when the neighbour cannot be asked for the period
     */
    NeighbourWire.Received received(Neighbour neighbour, MessageKind kind, Days days, Instant now, Asking asking)
            throws IOException, InterruptedException {
        resting.keySet().removeIf(day -> isOf(day, neighbour, kind) && !days.has(day.date()));
        Walk walk = new Walk(neighbour, kind, now, asking);
        walk.through(days.from(), days.to());
        for (LocalDate date : days.unread()) {
            if (date.isBefore(days.from())) {
                walk.alone(date);
            }
        }
        return new NeighbourWire.Received(walk.items, walk.read, walk.tooLong);
    }

    private static boolean isOf(Day day, Neighbour neighbour, MessageKind kind) {
        return day.kind() == kind && day.systemId().equals(neighbour.systemId());
    }

    /** One way through the days. */
    private final class Walk {

        private final Neighbour neighbour;
        private final MessageKind kind;
        private final Instant now;
        private final Asking asking;
        private final List<AxisListed> items = new ArrayList<>();
        private final List<LocalDate> read = new ArrayList<>();
        private final List<LocalDate> tooLong = new ArrayList<>();

        Walk(Neighbour neighbour, MessageKind kind, Instant now, Asking asking) {
            this.neighbour = neighbour;
            this.kind = kind;
            this.now = now;
            this.asking = asking;
        }

        /** Around the days that rest. */
        void through(LocalDate from, LocalDate to) throws IOException, InterruptedException {
            LocalDate begin = from;
            for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                if (rests(date)) {
                    ask(begin, date.minusDays(1));
                    tooLong.add(date);
                    begin = date.plusDays(1);
                }
            }
            ask(begin, to);
        }

        /** A day behind the period. A platform that has no answer for so old a day keeps nothing else from being read. */
        void alone(LocalDate date) throws InterruptedException {
            try {
                through(date, date);
            } catch (IOException notGiven) {
                tooLong.add(date);
                resting.put(day(date), now.plus(REST));
            }
        }

        private boolean rests(LocalDate date) {
            Instant until = resting.get(day(date));
            return until != null && now.isBefore(until);
        }

        private void ask(LocalDate from, LocalDate to) throws IOException, InterruptedException {
            if (from.isAfter(to)) {
                return;
            }
            Optional<List<AxisListed>> listed = asking.list(from, to);
            if (listed.isPresent()) {
                items.addAll(listed.get());
                from.datesUntil(to.plusDays(1)).forEach(this::wasRead);
            } else if (from.isEqual(to)) {
                tooLong.add(from);
                resting.put(day(from), now.plus(REST));
            } else {
                LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
                ask(from, middle);
                ask(middle.plusDays(1), to);
            }
        }

        private void wasRead(LocalDate date) {
            read.add(date);
            resting.remove(day(date));
        }

        private Day day(LocalDate date) {
            return new Day(neighbour.systemId(), kind, date);
        }
    }
}
