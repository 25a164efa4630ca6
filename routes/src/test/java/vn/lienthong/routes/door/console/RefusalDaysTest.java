package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;

/** What an operator reads of many refusals. */
final class RefusalDaysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static Refusals.Counted counted(LocalDate day, String remote, long count) {
        return new Refusals.Counted(day, Channel.REST, Optional.of(new Refusals.Claimed("sys", remote)), count);
    }

    @Test
    void oneBlockIsOneLineAndTheMostFrequentComesFirst() {
        Refusals.Counted gone = new Refusals.Counted(DAY, Channel.AXIS, Optional.empty(), 4);
        assertThat(RefusalDays.of(List.of(
                        counted(DAY, "192.0.2.1", 2),
                        counted(DAY, "2001:db8::1", 3),
                        counted(DAY, "2001:db8::2", 2),
                        gone,
                        counted(DAY.minusDays(1), "", 1))))
                .containsExactly(
                        new RefusalDays.Day(
                                DAY,
                                11,
                                List.of(
                                        new RefusalDays.Line(Channel.REST, "sys", "20010db800000000/64", true, 5),
                                        new RefusalDays.Line(Channel.AXIS, "", "", false, 4),
                                        new RefusalDays.Line(Channel.REST, "sys", "192.0.2.1", true, 2)),
                                0),
                        new RefusalDays.Day(
                                DAY.minusDays(1),
                                1,
                                List.of(new RefusalDays.Line(Channel.REST, "sys", "", true, 1)),
                                0));
    }

    @Test
    void strangersDoNotFillThePage() {
        Stream<Refusals.Counted> strangers =
                IntStream.range(0, RefusalDays.MOST + 10).mapToObj(i -> counted(DAY, "192.0.2." + i, 1));
        RefusalDays.Day day = RefusalDays.of(Stream.concat(strangers, Stream.of(counted(DAY, "198.51.100.1", 9)))
                        .toList())
                .getFirst();
        assertThat(day.lines()).hasSize(RefusalDays.MOST);
        assertThat(day.lines().getFirst().block()).isEqualTo("198.51.100.1");
        assertThat(day.all()).isEqualTo(RefusalDays.MOST + 10 + 9);
        assertThat(day.rest()).isEqualTo(11);
    }
}
