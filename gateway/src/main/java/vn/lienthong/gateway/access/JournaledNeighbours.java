package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Optional;

/** Neighbours as somebody works on them: every change is in the journal. */
public record JournaledNeighbours(Neighbours kept, Journal journal) implements Neighbours {

    @Override
    public Optional<Neighbour> find(String systemId) {
        return kept.find(systemId);
    }

    @Override
    public List<Neighbour> all() {
        return kept.all();
    }

    @Override
    public Optional<byte[]> ownSecret(String systemId) {
        return kept.ownSecret(systemId);
    }

    @Override
    public Optional<byte[]> loginPassword(String systemId) {
        return kept.loginPassword(systemId);
    }

    @Override
    public void save(Neighbour neighbour, byte[] ownSecret, Optional<byte[]> loginPassword) {
        String detail = neighbour.address() + " as " + neighbour.ownSystemId() + ", "
                + neighbour.dialect().getClass().getSimpleName();
        Runnable work = () -> kept.save(neighbour, ownSecret, loginPassword);
        journal.noted(work, AccessAct.NEIGHBOUR_KEPT, neighbour.systemId(), detail);
    }
}
