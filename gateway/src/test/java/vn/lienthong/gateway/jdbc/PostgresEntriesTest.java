package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.evidence.EntriesContract;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;

final class PostgresEntriesTest extends EntriesContract {

    PostgresEntriesTest() {
        super(PostgresStores.fresh());
    }

    /** Beside a newer node, or after a roll-back: the story is read, and what it cannot vouch for is said. */
    @Test
    void anEventOfANewerProgramIsReadUnderItsName() {
        DossierId dossier = keep(new DossierSketch("D1"));
        for (EvidenceEvent event : List.of(EvidenceEvent.HELD, EvidenceEvent.RELEASED)) {
            write(t -> t.entries().append(dossier, Instant.EPOCH, event, "an", "{}"));
        }
        UUID id = dossier.value();
        ((PostgresStores) stores)
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update entry set event = 'TELEPORTED' where dossier_id = ? and sequence = 2", id));
        List<Entry> entries = list(t -> t.entries().of(dossier));
        assertThat(entries).extracting(Entry::event).containsExactly(EvidenceEvent.HELD, EvidenceEvent.UNKNOWN);
        assertThat(entries).extracting(Entry::name).containsExactly("HELD", "TELEPORTED");
        assertThat(entries).extracting(Entry::term).containsExactly("Held", "TELEPORTED");
        assertThat(EntryChain.check(entries))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("entry 2: event TELEPORTED").contains("the version that wrote it"));
    }
}
