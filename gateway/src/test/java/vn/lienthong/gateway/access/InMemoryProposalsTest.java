package vn.lienthong.gateway.access;

class InMemoryProposalsTest extends ProposalsContract {

    private final AccessEvents events = new InMemoryAccessEvents();
    private final Proposals proposals = new InMemoryProposals(events);

    @Override
    protected Proposals proposals() {
        return proposals;
    }

    @Override
    protected AccessEvents events() {
        return events;
    }
}
