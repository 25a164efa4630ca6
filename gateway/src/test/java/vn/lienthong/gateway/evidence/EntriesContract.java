package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.Together;

/** What every {@link Entries} promises. */
public abstract class EntriesContract extends StoreContract {

    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00.123456789Z");

    protected EntriesContract(Stores stores) {
        super(stores);
    }

    private Entry append(DossierId dossier, EvidenceEvent event, String detail) {
        return read(t -> t.entries().append(dossier, NOW, event, "an", detail));
    }

    private List<Entry> entries(DossierId dossier) {
        return read(t -> t.entries().of(dossier));
    }

    @Test
    void everyLineIsReadAsItWasHashed() {
        DossierId dossier = keep(new DossierSketch("D1"));
        assertThat(entries(dossier)).isEmpty();
        List<EvidenceEvent> events = Arrays.stream(EvidenceEvent.values())
                .filter(event -> event != EvidenceEvent.UNKNOWN)
                .toList();
        for (EvidenceEvent event : events) {
            Entry entry = append(dossier, event, "{\"lý do\": \"a\\n\",  \"n\":1.0}");
            assertThat(entries(dossier).getLast()).isEqualTo(entry);
        }
        List<Entry> all = entries(dossier);
        assertThat(all).hasSize(events.size());
        assertThat(all.getFirst().sequence()).isEqualTo(1);
        assertThat(all.getFirst().previous()).isEqualTo(Entry.FIRST);
        assertThat(all.getFirst().at()).isEqualTo(Instant.parse("2026-11-02T03:00:00.123456Z"));
        assertThat(EntryChain.check(all)).isEmpty();
    }

    @Test
    void everyDossierHasAChainOfItsOwn() {
        DossierId one = keep(new DossierSketch("D1"));
        DossierId other = keep(new DossierSketch("D2"));
        for (int i = 0; i < 4; i++) {
            append(i % 2 == 0 ? one : other, EvidenceEvent.HELD, "{}");
        }
        for (DossierId dossier : List.of(one, other)) {
            assertThat(entries(dossier)).extracting(Entry::sequence).containsExactly(1, 2);
            assertThat(EntryChain.check(entries(dossier))).isEmpty();
        }
    }

    @Test
    void severalLinesOfOneTransactionFollowEachOther() {
        DossierId dossier = keep(new DossierSketch("D1"));
        write(t -> {
            Entry first = t.entries().append(dossier, NOW, EvidenceEvent.HELD, "an", "{}");
            Entry second = t.entries().append(dossier, NOW, EvidenceEvent.RELEASED, "an", "{}");
            assertThat(second.previous()).isEqualTo(first.hash());
        });
        assertThat(EntryChain.check(entries(dossier))).isEmpty();
    }

    /** A line that was rolled back leaves no gap. */
    @Test
    void theChainGoesOnWhereTheLastCommitEnded() {
        DossierId dossier = keep(new DossierSketch("D1"));
        append(dossier, EvidenceEvent.HELD, "{}");
        assertThatThrownBy(() -> write(t -> {
                    t.entries().append(dossier, NOW, EvidenceEvent.CLOSED, "an", "{}");
                    throw new IllegalStateException("power");
                }))
                .hasMessage("power");
        append(dossier, EvidenceEvent.RELEASED, "{}");
        assertThat(entries(dossier))
                .extracting(Entry::event)
                .containsExactly(EvidenceEvent.HELD, EvidenceEvent.RELEASED);
        assertThat(EntryChain.check(entries(dossier))).isEmpty();
    }

    @Test
    void aChainStaysWholeUnderManyHands() throws Exception {
        DossierId dossier = keep(new DossierSketch("D1"));
        Together.times(6, () -> {
            for (int i = 0; i < 10; i++) {
                append(dossier, EvidenceEvent.HELD, "{}");
            }
            return true;
        });
        assertThat(entries(dossier)).hasSize(60);
        assertThat(EntryChain.check(entries(dossier))).isEmpty();
    }

    @Test
    void anEventThatNobodyKnowsIsNotWritten() {
        DossierId dossier = keep(new DossierSketch("D1"));
        assertThatThrownBy(() -> append(dossier, EvidenceEvent.UNKNOWN, "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(entries(dossier)).isEmpty();
    }

    @Test
    void nothingIsWrittenAboutADossierThatIsNot() {
        DossierId nothing = new DossierId(UUID.randomUUID());
        assertThatThrownBy(() -> append(nothing, EvidenceEvent.HELD, "{}")).isInstanceOf(RuntimeException.class);
        assertThat(entries(nothing)).isEmpty();
    }
}
