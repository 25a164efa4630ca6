package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.jdbc.PostgresSealTimestamps;

/** An authority for time that is slow, away or lying: seals are made all the same, and wait. */
final class StampSealsTest extends AtTheEvidenceDesk {

    private static final byte[] STAMPED = "chữ ký".getBytes(StandardCharsets.UTF_8);

    private long stamped() {
        CheckArchive check = desk.archive(desk.seal);
        assertThat(check.firstBreak()).isEmpty();
        return check.counts().stamped();
    }

    @Test
    void aSealWaitsWhileTheAuthorityIsAwayAndOthersAreMade() throws Exception {
        desk.authority.away = true;
        for (int minute = 0; minute < 6; minute++) {
            desk.send("D" + minute);
            desk.minute();
        }
        assertThat(stamped()).isZero();
        assertThat(desk.archive(desk.seal).firstBreak()).isEmpty();

        desk.authority.away = false;
        assertThat(desk.stamping.stamp()).as("only what is due").isLessThan(6);
        desk.station.clock.pass(Duration.ofMinutes(30));
        desk.stamping.stamp();
        desk.stamping.stamp();
        assertThat(stamped()).isEqualTo(6);
        assertThat(desk.stamping.stamp()).isZero();
    }

    /** The address was taken out of the settings while seals waited. */
    @Test
    void whereNobodyCanBeAskedNobodyIsTold() throws Exception {
        desk.send("D1");
        desk.sealing.seal();
        desk.station.clock.pass(Duration.ofHours(3));
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            StampSeals nobody = new StampSeals(
                    new PostgresSealTimestamps(desk.database.jdbi()),
                    desk.requesting(),
                    desk.station.work,
                    calls,
                    desk.station.clock,
                    EvidenceDesk.PATIENCE);
            assertThat(nobody.stamp()).isZero();
        }
        assertThat(desk.station.alerts()).isEmpty();
        assertThat(desk.stamping.stamp()).as("it waits for the next authority").isEqualTo(1);
    }

    @Test
    void anOperatorIsToldOnceForEachTimeTheAuthorityIsAway() throws Exception {
        desk.authority.away = true;
        desk.send("D1");
        for (int minute = 0; minute < 119; minute++) {
            desk.minute();
        }
        assertThat(desk.station.alerts()).isEmpty();
        for (int minute = 0; minute < 60; minute++) {
            desk.send("E" + minute);
            desk.minute();
        }
        assertThat(desk.station.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("TIMESTAMP_MISSING");
            assertThat(alert.text()).contains("tsa.example: connection refused", "timestamp.url");
        });

        desk.authority.away = false;
        desk.station.clock.pass(Duration.ofHours(1));
        while (desk.stamping.stamp() > 0) {
            desk.station.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(desk.station.alerts()).as("over, and closed by itself").isEmpty();
        List<Alerts.Raised> closed =
                desk.station.read(transaction -> transaction.alerts().raised(true, 10));
        assertThat(closed).singleElement().satisfies(raised -> {
            assertThat(raised.alert().kind()).isEqualTo("TIMESTAMP_MISSING");
            assertThat(raised.closing().orElseThrow().actor()).isEqualTo("gateway");
            assertThat(raised.closing().orElseThrow().reason()).startsWith("Hết nguyên nhân");
        });
        desk.authority.away = true;
        desk.send("F1");
        desk.minute();
        desk.station.clock.pass(Duration.ofHours(3));
        desk.stamping.stamp();
        assertThat(desk.station.alerts()).extracting(Alerts.Alert::kind).containsExactly("TIMESTAMP_MISSING");
    }

    @Test
    void theNextAuthorityIsAskedWhereOneFails() throws Exception {
        EvidenceDesk.Authority away = new EvidenceDesk.Authority();
        away.away = true;

        assertThat(desk.requesting(away, desk.authority).over(STAMPED).at()).isEqualTo(Station.NOW);
        assertThatThrownBy(() -> desk.requesting(away).over(STAMPED))
                .isInstanceOf(TimestampFailed.class)
                .hasMessage("tsa.example: connection refused");
    }

    @Test
    void anAnswerToAnotherQuestionIsNotTaken() throws Exception {
        desk.requesting(desk.authority).over(STAMPED);
        byte[] replayed = desk.authority.first();

        refused(answering(replayed), "nonce");
        refused(answering("<html>".getBytes(StandardCharsets.UTF_8)), "");
        refused(answering(new byte[0]), "");
        refused(answering(EvidenceDesk.PKI.timestamp(new byte[] {1})), "status 2");
    }

    @Test
    void anAuthorityOutsideTheTrustStoresIsNotTaken() {
        DevelopmentPki stranger = DevelopmentPki.create(
                new DevelopmentPki.Settings(Station.NOW, URI.create("http://other.example"), KeyAlgorithm.EC_P256),
                Clock.fixed(Station.NOW, ZoneOffset.UTC));

        refused(asking(stranger::timestamp), "no path to a trusted root");
    }

    @Test
    void aTimeThatLiesAheadIsNotTaken() {
        DevelopmentPki ahead = DevelopmentPki.create(
                new DevelopmentPki.Settings(Station.NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256),
                Clock.offset(Clock.fixed(Station.NOW, ZoneOffset.UTC), Duration.ofDays(1)));

        refused(asking(ahead::timestamp), "time 2026-11-03T03:00:00Z (expected: not after");
    }

    private void refused(TimestampAuthority authority, String why) {
        assertThatThrownBy(() -> desk.requesting(authority).over(STAMPED))
                .isInstanceOf(TimestampFailed.class)
                .hasMessageContaining(why);
    }

    private static TimestampAuthority answering(byte[] answer) {
        return asking(request -> answer);
    }

    private interface Answer {
        byte[] to(byte[] request) throws IOException;
    }

    private static TimestampAuthority asking(Answer answer) {
        return new TimestampAuthority() {
            @Override
            public String name() {
                return "tsa.example";
            }

            @Override
            public byte[] ask(byte[] request) throws IOException {
                return answer.to(request);
            }
        };
    }
}
