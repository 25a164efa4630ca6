package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Refusals.Aged;
import vn.lienthong.gateway.dossier.Refusals.Claimed;
import vn.lienthong.gateway.dossier.Refusals.Counted;
import vn.lienthong.gateway.dossier.Refusals.Refusal;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What every {@link Refusals} promises. */
public abstract class RefusalsContract extends StoreContract {

    protected RefusalsContract(Stores stores) {
        super(stores);
    }

    private static Refusal refusal(String documentId, Optional<Sha256> bytes, List<Finding> findings) {
        return new Refusal(DossierSketch.NOW, Channel.REST, "sys-'x", "192.0.2.1:4711", documentId, bytes, findings);
    }

    @Test
    void theLatestComesFirstWithAllItsFindings() {
        assertThat(stores.refusals().latest(10)).isEmpty();
        Refusal first = refusal("", Optional.empty(), List.of());
        Refusal second = refusal(
                "D/1,\"x\"",
                Optional.of(Sha256.of("x".getBytes(StandardCharsets.UTF_8))),
                List.of(
                        Finding.error(ErrorCode.AGENCY_UNKNOWN, "To[2]/OrganId", "mã: H99 (cần: mã đang dùng)"),
                        Finding.warning(ErrorCode.FIELD_TOO_LONG, "Subject", "dòng 1\n\"dòng\" 2 \\ €😀")));
        stores.refusals().add(first);
        stores.refusals().add(second);
        assertThat(stores.refusals().latest(10)).containsExactly(second, first);
        assertThat(stores.refusals().latest(1)).containsExactly(second);
    }

    @Test
    void oldOnesGoTheOldestFirstAndAreCountedByDayAndChannel() {
        Instant midnight = DossierSketch.NOW.truncatedTo(ChronoUnit.DAYS);
        Refusal young = at(midnight.plusSeconds(1), Channel.REST);
        for (Instant at : List.of(midnight.minusSeconds(2), midnight, midnight.minusSeconds(1))) {
            stores.refusals().add(at(at, Channel.AXIS));
        }
        stores.refusals().add(at(midnight, Channel.REST));
        stores.refusals().add(young);
        assertThat(stores.refusals().aged(10)).isEmpty();
        assertThat(stores.refusals().age(young.at(), 1)).isEqualTo(1);
        LocalDate today = midnight.atZone(ZoneOffset.UTC).toLocalDate();
        Aged yesterday = new Aged(today.minusDays(1), Channel.AXIS, 1);
        assertThat(stores.refusals().aged(10)).containsExactly(yesterday);
        assertThat(stores.refusals().age(young.at(), 10)).isEqualTo(3);
        assertThat(stores.refusals().age(young.at(), 10)).isZero();
        assertThat(stores.refusals().aged(10))
                .containsExactly(
                        new Aged(today, Channel.AXIS, 1),
                        new Aged(today, Channel.REST, 1),
                        new Aged(today.minusDays(1), Channel.AXIS, 2));
        assertThat(stores.refusals().aged(1)).hasSize(1);
        assertThat(stores.refusals().latest(10)).containsExactly(young);
    }

    private static Refusal at(Instant at, Channel channel) {
        return new Refusal(at, channel, "sys", "192.0.2.1", "", Optional.empty(), List.of());
    }

    @Test
    void whoWasTurnedAwayIsCountedByDayChannelAndCallerAndWhatIsGoneWithoutTheCaller() {
        Instant midnight = DossierSketch.NOW.truncatedTo(ChronoUnit.DAYS);
        LocalDate today = midnight.atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(stores.refusals().newestDay(today.plusDays(1))).isEmpty();
        assertThat(stores.refusals().counted(today.minusDays(9), today.plusDays(1), 10))
                .isEmpty();
        stores.refusals().add(at(midnight.minusSeconds(1), Channel.AXIS));
        stores.refusals().age(midnight, 10);
        stores.refusals().add(at(midnight.minusSeconds(1), Channel.AXIS));
        stores.refusals().add(at(midnight.minusSeconds(2), Channel.AXIS));
        stores.refusals().add(at(midnight, Channel.REST));
        stores.refusals().add(refusal("D1", Optional.empty(), List.of()));
        Claimed sys = new Claimed("sys", "192.0.2.1");
        Counted now = new Counted(today, Channel.REST, Optional.of(sys), 1);
        Counted strange = new Counted(today, Channel.REST, Optional.of(new Claimed("sys-'x", "192.0.2.1:4711")), 1);
        Counted lines = new Counted(today.minusDays(1), Channel.AXIS, Optional.of(sys), 2);
        Counted gone = new Counted(today.minusDays(1), Channel.AXIS, Optional.empty(), 1);
        assertThat(stores.refusals().counted(today.minusDays(9), today.plusDays(1), 10))
                .containsExactly(now, strange, lines, gone);
        assertThat(stores.refusals().counted(today.minusDays(9), today, 10)).containsExactly(lines, gone);
        assertThat(stores.refusals().counted(today, today.plusDays(1), 10)).containsExactly(now, strange);
        assertThat(stores.refusals().counted(today.minusDays(9), today.plusDays(1), 1))
                .as("the newest line alone, and what is only a number")
                .containsExactly(strange, gone);
        assertThat(stores.refusals().newestDay(today.plusDays(9))).contains(today);
        assertThat(stores.refusals().newestDay(today)).contains(today.minusDays(1));
        assertThat(stores.refusals().newestDay(today.minusDays(1))).isEmpty();
        stores.refusals().age(midnight, 10);
        assertThat(stores.refusals().newestDay(today)).as("of numbers alone").contains(today.minusDays(1));
    }
}
