package vn.lienthong.gateway.tray;

import java.util.UUID;
import vn.lienthong.gateway.dossier.DossierId;

final class InMemoryDraftsTest extends DraftsContract {

    private final InMemoryDrafts drafts = new InMemoryDrafts();

    @Override
    protected Drafts drafts() {
        return drafts;
    }

    @Override
    protected DossierId document() {
        return new DossierId(UUID.randomUUID());
    }
}
