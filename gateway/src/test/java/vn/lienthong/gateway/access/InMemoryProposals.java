package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Proposals in a list. */
public final class InMemoryProposals implements Proposals {

    private final AccessEvents events;
    private final List<Proposal> all = new ArrayList<>();

    public InMemoryProposals(AccessEvents events) {
        this.events = events;
    }

    @Override
    public long add(Proposal proposal) {
        long id = all.size() + 1L;
        all.add(with(proposal, id, proposal.decision()));
        return id;
    }

    @Override
    public Optional<Proposal> find(long id) {
        return id > 0 && id <= all.size() ? Optional.of(all.get((int) id - 1)) : Optional.empty();
    }

    @Override
    public List<Proposal> waiting(Instant now, int limit) {
        return all.stream()
                .filter(proposal -> proposal.waitsAt(now))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Proposal> past(Instant now, int limit) {
        return all.stream()
                .filter(proposal -> !proposal.waitsAt(now))
                .sorted(Comparator.comparing(Proposal::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int countWaiting(Instant now) {
        return waiting(now, Integer.MAX_VALUE).size();
    }

    @Override
    public boolean decide(long id, Proposal.Decision decision, AccessEvent event) {
        Optional<Proposal> open = find(id).filter(proposal -> proposal.waitsAt(decision.at()));
        open.ifPresent(proposal -> {
            all.set((int) id - 1, with(proposal, id, Optional.of(decision)));
            events.add(event);
        });
        return open.isPresent();
    }

    private static Proposal with(Proposal proposal, long id, Optional<Proposal.Decision> decision) {
        return new Proposal(
                id,
                proposal.act(),
                proposal.summary(),
                proposal.proposedBy(),
                proposal.reason(),
                proposal.at(),
                proposal.expiresAt(),
                decision);
    }
}
