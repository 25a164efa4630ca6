package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSearch;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.evidence.SealEntries;
import vn.lienthong.gateway.evidence.Seals;

/** What the ports promise, on a real server. */
final class RecordOnPostgresTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Station station = new Station(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    private DossierId send(String documentId, String priority, String... to) {
        station.clock.pass(Duration.ofSeconds(1));
        return station.take(Letters.letterOf("G01", documentId, "x", priority, to))
                .dossier();
    }

    private List<Delivery> due(int perSystem, int limit) {
        return station.read(t -> t.deliveries().takeDue(station.clock.instant(), perSystem, limit));
    }

    @Test
    void dueOnesComeByUrgencyThenAgeUpToWhatTheSystemMayHave() {
        DossierId ordinary = send("D1", "0", "H03");
        DossierId later = send("D2", "0", "H03");
        DossierId express = send("D3", "4", "H03");
        assertThat(due(100, 10)).extracting(Delivery::dossier).containsExactly(express, ordinary, later);
        assertThat(due(2, 10)).extracting(Delivery::dossier).containsExactly(express, ordinary);
        assertThat(due(100, 1)).extracting(Delivery::dossier).containsExactly(express);
        station.relay.relay();
        send("D4", "0", "H03");
        assertThat(due(3, 10)).isEmpty();
        assertThat(due(4, 10)).hasSize(1);
    }

    @Test
    void twoRelaysNeverTakeTheSame() {
        send("D1", "0", "H03");
        send("D2", "0", "H03");
        station.read(t -> {
            assertThat(t.deliveries().takeDue(station.clock.instant(), 100, 10)).hasSize(2);
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                Future<List<Delivery>> theirs = other.submit(() -> due(100, 10));
                assertThat(theirs.get()).isEmpty();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
    }

    @Test
    void aSuspendedSystemGetsNothingUntilItsPauseEnds() {
        send("D1", "0", "H03");
        Instant until = station.clock.instant().plusSeconds(60);
        station.systems.recordOutcome("sys-xa", false, 2, until);
        assertThat(due(100, 10)).hasSize(1);
        station.systems.recordOutcome("sys-xa", false, 2, until);
        assertThat(due(100, 10)).isEmpty();
        station.systems.recordOutcome("sys-xa", true, 2, until);
        assertThat(due(100, 10)).hasSize(1);
    }

    @Test
    void whoeverComparesAnOldStateSetsNothing() {
        Delivery before = station.copy(send("D1", "0", "H01"), "H01");
        boolean first = station.read(t -> t.deliveries().replace(before, taken(before)));
        boolean second = station.read(t -> t.deliveries().replace(before, before));
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        Set<AgencyId> underWay = station.read(t -> t.deliveries().agenciesUnderWay());
        assertThat(underWay).containsExactly(Sketch.id("so"));
    }

    private static Delivery taken(Delivery d) {
        return new Delivery(
                d.id(),
                d.dossier(),
                d.kind(),
                d.docId(),
                d.from(),
                d.code(),
                d.agency(),
                d.systemId(),
                d.push(),
                d.state(),
                d.dispatch(),
                d.attempts(),
                d.failures(),
                d.urgency(),
                d.bytes(),
                d.createdAt(),
                d.updatedAt(),
                d.dueAt(),
                d.leaseUntil(),
                d.handedOverAt(),
                true,
                d.reason());
    }

    @Test
    void aDossierIsFoundByEachOfItsFacts() {
        DossierId found = send("D/2026%x", "0", "H01");
        send("khác", "0", "H02");
        Dossier dossier = station.dossier(found);
        for (String text : List.of("D/2026%x", "2026%X", "trích yếu D/2026", found.toString(), dossier.senderDocId())) {
            assertThat(search(text, "")).as(text).containsExactly(found);
        }
        assertThat(search(station.copy(found, "H01").docId(), "")).containsExactly(found);
        assertThat(search("", "H01")).containsExactly(found);
        assertThat(search("", "G01")).hasSize(2);
        assertThat(search("2026_x", "")).isEmpty();
        assertThat(search("' or true --", "")).isEmpty();
        assertThat(search(s -> with(s, Optional.of(DossierState.HELD), Optional.empty())))
                .isEmpty();
        assertThat(search(s -> with(s, Optional.empty(), Optional.of(DeliveryState.WAITING))))
                .hasSize(2);
    }

    private List<DossierId> search(String text, String agency) {
        Optional<Instant> none = Optional.empty();
        return search(s -> new DossierSearch(text, agency, none, none, s.state(), s.deliveryState(), 10, 0));
    }

    private List<DossierId> search(UnaryOperator<DossierSearch> refine) {
        Optional<Instant> none = Optional.empty();
        DossierSearch all = new DossierSearch("", "", none, none, Optional.empty(), Optional.empty(), 10, 0);
        return station.read(t -> t.dossiers().search(refine.apply(all))).stream()
                .map(Dossier::id)
                .toList();
    }

    private static DossierSearch with(
            DossierSearch s, Optional<DossierState> state, Optional<DeliveryState> deliveryState) {
        return new DossierSearch(s.text(), s.agency(), s.from(), s.to(), state, deliveryState, 10, 0);
    }

    @Test
    void aChainStaysWholeUnderManyHands() throws Exception {
        DossierId dossier = send("D1", "0", "H01");
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 60; i++) {
                running.add(pool.submit(() -> station.read(
                        t -> t.entries().append(dossier, station.clock.instant(), EvidenceEvent.HELD, "an", "{}"))));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(station.entries(dossier)).hasSize(61);
        assertThat(EntryChain.check(station.entries(dossier))).isEmpty();
    }

    @Test
    void twoSealersSealEveryEntryOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("D" + i, "0", "H01");
        }
        Seals seals = new PostgresSeals(database.jdbi());
        SealEntries sealing = new SealEntries(seals, content -> content, station.clock);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = pool.submit(sealing::seal);
            Future<Integer> other = pool.submit(sealing::seal);
            assertThat(one.get() + other.get()).isEqualTo(5);
        }
        assertThat(sealing.seal()).isZero();
    }

    @Test
    void aReceiptIsKeptOnce() {
        DossierId dossier = send("D1", "0", "H01");
        Seals seals = new PostgresSeals(database.jdbi());
        Seals.Receipt first = new Seals.Receipt(Station.NOW, "một", new byte[] {1});
        assertThat(seals.keep(dossier, first).content()).isEqualTo("một");
        assertThat(seals.keep(dossier, new Seals.Receipt(Station.NOW, "hai", new byte[] {2}))
                        .content())
                .isEqualTo("một");
    }

    @Test
    void aSecretLiesEncryptedAndTheFirstGrantedReceives() {
        assertThat(station.systems.secret("sys-so")).contains(new byte[] {1, 2, 3});
        byte[] lying = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select secret from receiving_system where system_id = 'sys-so'")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(lying, StandardCharsets.ISO_8859_1)).isNotEqualTo("\u0001\u0002\u0003");
        station.system("sys-so-2", Optional.empty(), "so");
        assertThat(station.systems
                        .receiverFor(Sketch.id("so"), Station.NOW)
                        .orElseThrow()
                        .systemId())
                .isEqualTo("sys-so");
        assertThat(station.systems.receiverFor(Sketch.id("so"), Sketch.day("2019-12-31")))
                .isEmpty();
        assertThat(station.systems.secret("nobody")).isEmpty();
        assertThat(Set.copyOf(station.systems.mandates("sys-so"))).hasSize(6);
    }

    @Test
    void credentialsAreReadAtOnce() {
        Credentials known = station.systems.credentials("sys-so").orElseThrow();
        assertThat(known.secret()).containsExactly(1, 2, 3);
        assertThat(known.system()).isEqualTo(station.systems.find("sys-so").orElseThrow());
        assertThat(known.mandates()).isEqualTo(station.systems.mandates("sys-so"));
        assertThat(station.systems.credentials("nobody")).isEmpty();

        station.system("no-mandate", Optional.empty());
        assertThat(station.systems.credentials("no-mandate").orElseThrow().mandates())
                .isEmpty();

        station.jdbi.useHandle(
                handle -> handle.execute("update receiving_system set enabled = false where system_id = 'sys-so'"));
        assertThat(station.systems.credentials("sys-so")).isEmpty();
    }

    /** A further statement is a further round trip of every document: it shows here first. */
    @Test
    void aDocumentCostsEightStatementsToRecord() {
        Decision decision = station.decide(Letters.letterOf("G01", "D1", "x", "0", "H01"), "sys-bo");
        List<String> statements = new ArrayList<>();
        station.jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(String.valueOf(context.getRenderedSql()));
            }
        });

        station.record(decision);

        // The vault of this station lies in the same database; where it is files it costs none.
        assertThat(statements)
                .filteredOn(sql -> !sql.contains("vault"))
                .as(String.join("\n", statements))
                .hasSize(8);
    }
}
