package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** Of one seal everything is on record or nothing. */
class SealJournalTest {
    private final Station station = new Station(new InMemoryStores());
    private final AllOrNothing events = new AllOrNothing();
    private final SealJournal journal = new SealJournal(
            events,
            station.work,
            new BeginLasting(SealForSystemTest.never(), (agency, kind) -> LastingRule.NONE, () -> new UUID(0, 1)),
            station.clock);
    private final AgencySeal seal = SealSketch.seal(1, id("so"), SealSketch.NOW);

    /** As the database does it. */
    private static final class AllOrNothing implements AccessEvents {
        private final List<AccessEvent> all = new ArrayList<>();
        private boolean together;

        @Override
        public void add(AccessEvent event) {
            all.add(event);
        }

        @Override
        public <T> T together(Supplier<T> work) {
            List<AccessEvent> before = List.copyOf(all);
            together = true;
            try {
                return work.get();
            } catch (RuntimeException failed) {
                all.clear();
                all.addAll(before);
                throw failed;
            } finally {
                together = false;
            }
        }

        @Override
        public List<Kept> find(Query query, long before, int limit) {
            throw new AssertionError("nobody asks");
        }
    }

    private void sealed(SealPdf.Along along) {
        byte[] file = {1, 2, 3};
        SealOrder order = new SealOrder(
                id("so"),
                "Sở",
                AttachmentContent.ofBytes(file, Sha256.of(file)),
                "a.docx",
                "",
                SealShapes.unseen(SignatureForm.CADES),
                Optional.empty());
        journal.sealed(
                order,
                seal,
                new SealBy("sys-so", "0".repeat(64)),
                new SealPdf.Outcome.Sealed(new StoredBytes(Sha256.of(file), 3), seal, SealSketch.NOW),
                along);
    }

    @Test
    void whatCannotBeFetchedIsNotSaidToBeSealed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sealed(lost -> {
                    throw new IllegalStateException("connection reset");
                }));
        assertThat(events.all).isEmpty();
    }

    @Test
    void whatIsWrittenAlongIsInTheSameTransaction() {
        List<Boolean> within = new ArrayList<>();
        sealed(made -> within.add(events.together));
        assertThat(within).containsExactly(true);
        assertThat(events.all).extracting(AccessEvent::name).containsExactly(AccessAct.SEALED.name());
    }
}
