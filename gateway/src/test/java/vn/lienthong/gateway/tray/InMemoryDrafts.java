package vn.lienthong.gateway.tray;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;

/** Drafts in a map. */
public final class InMemoryDrafts implements Drafts {

    private final Map<DraftId, Draft> kept = new LinkedHashMap<>();
    private final Set<DraftId> held = new HashSet<>();

    /** It is before an officer from here on, or no longer. */
    public void hold(DraftId id, boolean now) {
        if (now) {
            held.add(id);
        } else {
            held.remove(id);
        }
    }

    @Override
    public void add(Draft draft) {
        kept.put(draft.id(), draft);
    }

    @Override
    public Optional<Draft> find(DraftId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Draft> open(Set<AgencyId> agencies, int limit) {
        return kept.values().stream()
                .filter(draft ->
                        agencies.contains(draft.agency()) && draft.sent().isEmpty())
                .sorted(Comparator.comparing(Draft::updatedAt).reversed().thenComparing(draft -> draft.id()
                        .toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean replace(Draft before, Draft after) {
        Draft now = kept.get(before.id());
        if (now == null || now.revision() != before.revision() || now.sent().isPresent() || held.contains(now.id())) {
            return false;
        }
        kept.put(after.id(), after);
        return true;
    }

    @Override
    public Optional<Draft> pin(Draft shown) {
        return find(shown.id())
                .filter(now -> now.revision() == shown.revision() && now.sent().isEmpty() && !held.contains(now.id()));
    }

    @Override
    public void sent(DraftId id, DossierId document) {
        kept.computeIfPresent(id, (same, draft) -> draft.sent().isPresent() ? draft : sent(draft, document));
    }

    private static Draft sent(Draft d, DossierId document) {
        return new Draft(
                d.id(),
                d.agency(),
                d.author(),
                d.action(),
                d.target(),
                d.reason(),
                d.fields(),
                d.recipients(),
                d.files().stream()
                        .map(file -> new DraftFile(file.name(), file.bytes()))
                        .toList(),
                d.proposedFields(),
                d.revision(),
                d.createdAt(),
                d.updatedAt(),
                Optional.of(document));
    }

    @Override
    public boolean discard(DraftId id) {
        Draft draft = kept.get(id);
        return draft != null && draft.sent().isEmpty() && !held.contains(id) && kept.remove(id, draft);
    }
}
