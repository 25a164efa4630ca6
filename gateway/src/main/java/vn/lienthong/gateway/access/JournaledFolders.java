package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        Runnable work = () -> kept.save(folder);
        journal.noted(work, AccessAct.FOLDER_ADDED, folder.systemId(), folder.path());
    }

    @Override
    public boolean remove(String systemId) {
        BooleanSupplier work = () -> kept.remove(systemId);
        return journal.noted(work, AccessAct.FOLDER_REMOVED, systemId, "");
    }
}
