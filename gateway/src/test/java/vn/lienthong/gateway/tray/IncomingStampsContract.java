package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.AttachmentContent;

/** What every {@link IncomingStamps} promises. */
public abstract class IncomingStampsContract extends StoreContract {

    private static final AgencyId COMMUNE = new AgencyId(new UUID(1, 1));
    private static final AgencyId OTHER = new AgencyId(new UUID(1, 2));

    private int made;

    protected IncomingStampsContract(Stores stores) {
        super(stores);
    }

    private DeliveryId copy() {
        return keep(new DeliverySketch(keep(new DossierSketch("D" + UUID.randomUUID()))));
    }

    private StampedFile stamped(DeliveryId copy, AgencyId agency, String number, String date) {
        return new StampedFile(
                new UUID(4, ++made),
                copy,
                agency,
                IncomingNumber.of(number).orElseThrow(),
                LocalDate.parse(date),
                "Chủ tịch",
                "a.pdf",
                new StoredBytes(new Sha256("ab".repeat(32)), 7),
                "USER:van.thu",
                DossierSketch.NOW.plusSeconds(made));
    }

    private boolean add(StampedFile file) {
        return read(t -> t.stamps().add(file));
    }

    private String next(AgencyId agency, int year) {
        return read(t -> t.stamps().next(agency, year)).text();
    }

    @Test
    void numbersRunWithinAnAgencysYear() {
        assertThat(next(COMMUNE, 2026)).isEqualTo("1");
        assertThat(add(stamped(copy(), COMMUNE, "7", "2026-01-05"))).isTrue();
        assertThat(add(stamped(copy(), COMMUNE, "7a", "2026-01-05"))).isTrue();
        assertThat(next(COMMUNE, 2026)).isEqualTo("8");
        assertThat(next(COMMUNE, 2027)).isEqualTo("1");
        assertThat(next(OTHER, 2026)).isEqualTo("1");
    }

    @Test
    void aNumberIsOneCopysAndMayBeStampedOnItAgain() {
        DeliveryId copy = copy();
        StampedFile first = stamped(copy, COMMUNE, "12", "2026-03-01");
        assertThat(add(first)).isTrue();
        assertThat(list(t -> t.stamps().of(copy))).containsExactly(first);
        DeliveryId other = copy();
        assertThat(add(stamped(other, COMMUNE, "012", "2026-09-09"))).isFalse();
        assertThat(list(t -> t.stamps().of(other))).isEmpty();
        assertThat(one(t -> t.stamps().given(COMMUNE, 2026, first.number()))
                        .orElseThrow()
                        .delivery())
                .isEqualTo(copy);
        assertThat(one(t -> t.stamps().given(OTHER, 2026, first.number()))).isEmpty();
        assertThat(add(stamped(other, COMMUNE, "12", "2027-01-02"))).isTrue();
        assertThat(add(stamped(other, OTHER, "12", "2026-03-01"))).isTrue();
        StampedFile again = stamped(copy, COMMUNE, "12", "2026-03-02");
        assertThat(add(again)).isTrue();
        assertThat(list(t -> t.stamps().of(copy))).containsExactly(first, again);
    }

    @Test
    void ofTwoClerksAtOnceOneIsAskedFirst() throws Exception {
        DossierId dossier = keep(new DossierSketch("D" + UUID.randomUUID()));
        DeliveryId copy = keep(new DeliverySketch(dossier));
        for (int seen = 0; seen < 3; seen++) {
            int stamps = seen;
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService clerks = Executors.newFixedThreadPool(2)) {
                List<Future<StampIncoming.Outcome>> both = new ArrayList<>();
                for (String number : List.of((5 + 2 * seen) + "", (6 + 2 * seen) + "")) {
                    StampedFile file = stamped(copy, COMMUNE, number, "2026-05-04");
                    both.add(clerks.submit(() -> {
                        together.await();
                        return new RecordStamp(stores.work()).record(wish(dossier, file, stamps), file, "00");
                    }));
                }
                List<StampIncoming.Outcome> outcomes =
                        List.of(both.getFirst().get(), both.getLast().get());
                assertThat(outcomes)
                        .filteredOn(StampIncoming.Outcome.Stamped.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(StampIncoming.Outcome.AskFirst.class::isInstance)
                        .hasSize(1);
            }
            assertThat(list(t -> t.stamps().of(copy))).hasSize(seen + 1);
        }
    }

    @Test
    void aNumberFarAboveTheNextIsAskedFor() {
        DossierId dossier = keep(new DossierSketch("D" + UUID.randomUUID()));
        StampedFile file = stamped(keep(new DeliverySketch(dossier)), COMMUNE, "1250", "2030-05-04");
        assertThat(new RecordStamp(stores.work()).hindrance(wish(dossier, file, 0)))
                .containsInstanceOf(StampIncoming.Outcome.AskFar.class);
    }

    private EnterIncoming entering() {
        return new EnterIncoming(stores.work(), Clock.fixed(DossierSketch.NOW, ZoneOffset.UTC));
    }

    private static EnterIncoming.Wish entry(DossierId dossier, DeliveryId copy, String number) {
        return new EnterIncoming.Wish(
                dossier,
                copy,
                COMMUNE,
                IncomingNumber.of(number).orElseThrow(),
                LocalDate.parse("2026-05-04"),
                false,
                "USER:van.thu");
    }

    private static <T> T as(Class<T> kind, Object outcome) {
        assertThat(outcome).isInstanceOf(kind);
        return kind.cast(outcome);
    }

    @Test
    void aCopyIsEnteredWithoutAStampAndStampedUnderThatNumberAlone() {
        DossierId dossier = keep(new DossierSketch("D1"));
        DeliveryId copy = keep(new DeliverySketch(dossier));
        GivenNumber entered = as(EnterIncoming.Outcome.Entered.class, entering().enter(entry(dossier, copy, "9")))
                .number();
        assertThat(entering().of(copy)).containsExactly(entered);
        assertThat(entering().enter(entry(dossier, copy, "9")))
                .as("pressed twice")
                .isEqualTo(new EnterIncoming.Outcome.Entered(entered));
        assertThat(entering().enter(entry(dossier, copy, "10"))).isEqualTo(new EnterIncoming.Outcome.Has(entered));
        DossierId another = keep(new DossierSketch("D2"));
        assertThat(entering().enter(entry(another, keep(new DeliverySketch(another)), "9")))
                .isEqualTo(new EnterIncoming.Outcome.Taken(new IncomingNumber(10, "")));
        assertThat(next(COMMUNE, 2026)).isEqualTo("10");
        assertThat(list(t -> t.entries().of(dossier))).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(EvidenceEvent.NUMBERED);
            assertThat(line.detailJson()).contains("\"9/2026\"").contains(copy.toString());
        });

        RecordStamp recording = new RecordStamp(stores.work());
        StampedFile other = stamped(copy, COMMUNE, "10", "2026-05-04");
        StampedFile otherDay = stamped(copy, COMMUNE, "9", "2026-05-05");
        for (StampedFile wrong : List.of(other, otherDay)) {
            assertThat(recording.record(wish(dossier, wrong, 0), wrong, "00"))
                    .isEqualTo(new StampIncoming.Outcome.Entered(entered));
        }
        StampedFile same = stamped(copy, COMMUNE, "9", "2026-05-04");
        as(StampIncoming.Outcome.Stamped.class, recording.record(wish(dossier, same, 0), same, "00"));
        assertThat(entering().of(copy)).containsExactly(entered);
    }

    @Test
    void aVoidNumberIsNobodysAgainAndTheYearDoesNotJump() {
        DossierId dossier = keep(new DossierSketch("D1"));
        DeliveryId copy = keep(new DeliverySketch(dossier));
        assertThat(add(stamped(copy(), COMMUNE, "124", "2026-05-04"))).isTrue();
        StampedFile typed = stamped(copy, COMMUNE, "126", "2026-05-04");
        assertThat(add(typed)).isTrue();
        assertThat(next(COMMUNE, 2026)).isEqualTo("127");
        GivenNumber wrong = entering().of(copy).getFirst();
        assertThat(entering().makeVoid(dossier, wrong, "gõ nhầm 125", "USER:van.thu"))
                .isTrue();
        assertThat(entering().makeVoid(dossier, wrong, "gõ nhầm 125", "USER:van.thu"))
                .isFalse();
        assertThat(next(COMMUNE, 2026)).isEqualTo("125");
        assertThat(entering().of(copy).getFirst().voided())
                .contains(new GivenNumber.Voided("gõ nhầm 125", "USER:van.thu", DossierSketch.NOW));
        assertThat(list(t -> t.entries().of(dossier))).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(EvidenceEvent.NUMBER_VOIDED);
            assertThat(line.detailJson()).contains("126/2026").contains("gõ nhầm 125");
        });

        as(
                StampIncoming.Outcome.Taken.class,
                new RecordStamp(stores.work())
                        .hindrance(wish(dossier, typed, 0))
                        .orElseThrow());
        assertThat(add(stamped(copy, COMMUNE, "126", "2026-05-04"))).isFalse();
        as(EnterIncoming.Outcome.Taken.class, entering().enter(entry(dossier, copy, "126")));
        as(EnterIncoming.Outcome.Entered.class, entering().enter(entry(dossier, copy, "125")));
        assertThat(next(COMMUNE, 2026)).as("126 lies void").isEqualTo("127");
        StampedFile right = stamped(copy, COMMUNE, "125", "2026-05-04");
        assertThat(new RecordStamp(stores.work()).hindrance(wish(dossier, right, 0)))
                .as("a stamp that does not count is not asked about")
                .isEmpty();
    }

    @Test
    void ofTwoWhoEnterOneCopyTheSecondFindsTheFirst() throws Exception {
        DossierId dossier = keep(new DossierSketch("D1"));
        DeliveryId copy = keep(new DeliverySketch(dossier));
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService clerks = Executors.newFixedThreadPool(2)) {
            List<Future<EnterIncoming.Outcome>> both = new ArrayList<>();
            for (String number : List.of("1", "2")) {
                both.add(clerks.submit(() -> {
                    together.await();
                    return entering().enter(entry(dossier, copy, number));
                }));
            }
            List<EnterIncoming.Outcome> outcomes =
                    List.of(both.getFirst().get(), both.getLast().get());
            assertThat(outcomes)
                    .filteredOn(EnterIncoming.Outcome.Entered.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(EnterIncoming.Outcome.Has.class::isInstance)
                    .hasSize(1);
        }
        assertThat(entering().of(copy)).hasSize(1);
    }

    private static StampIncoming.Wish wish(DossierId dossier, StampedFile file, int seen) {
        return new StampIncoming.Wish(
                dossier,
                file.delivery(),
                file.agency(),
                AttachmentContent.of(file.bytes().digest(), 7, InputStream::nullInputStream),
                file.name(),
                file.number(),
                file.date(),
                "",
                Optional.empty(),
                seen,
                false,
                file.by());
    }

    @Test
    void numbersAreReadAsTheyAreTyped() {
        assertThat(IncomingNumber.of(" 0012A ").orElseThrow().text()).isEqualTo("12a");
        for (String none : new String[] {"", "0", "-1", "1.5", "12ab", "123456789", "a1", "1 2"}) {
            assertThat(IncomingNumber.of(none)).as(none).isEmpty();
        }
    }
}
