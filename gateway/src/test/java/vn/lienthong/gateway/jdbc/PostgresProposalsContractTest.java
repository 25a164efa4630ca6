package vn.lienthong.gateway.jdbc;

import org.junit.jupiter.api.AfterEach;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.gateway.access.ProposalsContract;

class PostgresProposalsContractTest extends ProposalsContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final AccessEvents events = new PostgresAccessEvents(database.jdbi());
    private final Proposals proposals = new PostgresProposals(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Proposals proposals() {
        return proposals;
    }

    @Override
    protected AccessEvents events() {
        return events;
    }
}
