package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Optional;

/** Exchange folders as somebody works on them: every change is in the journal. */
public record JournaledFolders(ExchangeFolders kept, Journal journal) implements ExchangeFolders {

    @Override
    public Optional<ExchangeFolder> find(String systemId) {
        return kept.find(systemId);
    }

    @Override
    public List<ExchangeFolder> all() {
        return kept.all();
    }

    @Override
    public void save(ExchangeFolder folder) {
        kept.save(folder);
        journal.note(AccessAct.FOLDER_ADDED, folder.systemId(), folder.path());
    }

    @Override
    public boolean remove(String systemId) {
        boolean removed = kept.remove(systemId);
        if (removed) {
            journal.note(AccessAct.FOLDER_REMOVED, systemId, "");
        }
        return removed;
    }
}
