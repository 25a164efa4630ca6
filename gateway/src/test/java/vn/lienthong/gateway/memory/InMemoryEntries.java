package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Entries;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** A list of entries for each dossier. */
final class InMemoryEntries implements Entries {

    private final Tables tables;

    InMemoryEntries(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Entry begin(DossierId dossier, Instant at, EvidenceEvent event, String actor, String detailJson) {
        tables.require(!tables.entries.containsKey(dossier), "entry 1 of " + dossier + " again");
        return append(dossier, at, event, actor, detailJson);
    }

    @Override
    public Entry append(DossierId dossier, Instant at, EvidenceEvent event, String actor, String detailJson) {
        tables.require(tables.dossiers.containsKey(dossier), "entry's dossier: " + dossier + " unknown");
        List<Entry> chain = tables.entries.computeIfAbsent(dossier, first -> new ArrayList<>());
        Entry entry = chain.isEmpty()
                ? EntryChain.append(dossier, 0, Entry.FIRST, at, event, actor, detailJson)
                : EntryChain.append(dossier, chain.size(), chain.getLast().hash(), at, event, actor, detailJson);
        chain.add(entry);
        return entry;
    }

    @Override
    public List<Entry> of(DossierId dossier) {
        return List.copyOf(tables.entries.getOrDefault(dossier, List.of()));
    }
}
