package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Stores;

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
    void numbersAreReadAsTheyAreTyped() {
        assertThat(IncomingNumber.of(" 0012A ").orElseThrow().text()).isEqualTo("12a");
        for (String none : new String[] {"", "0", "-1", "1.5", "12ab", "123456789", "a1", "1 2"}) {
            assertThat(IncomingNumber.of(none)).as(none).isEmpty();
        }
    }
}
