package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
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
        assertThat(one(t -> t.stamps().holder(COMMUNE, 2026, first.number()))).contains(copy);
        assertThat(one(t -> t.stamps().holder(OTHER, 2026, first.number()))).isEmpty();
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
