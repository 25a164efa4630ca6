package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.AgencySealsContract;
import vn.lienthong.gateway.seal.SealSketch;

final class PostgresAgencySealsTest extends AgencySealsContract {

    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected AgencySeals seals() {
        return new PostgresAgencySeals(database.jdbi(), new FlippingBox());
    }

    @Test
    void aPinIsNotKeptInTheClearAndIsFoundForAnotherMasterKey() {
        AgencySeals.Extras pin = new AgencySeals.Extras(Optional.of(new byte[] {1, 2, 3}), Optional.empty());
        seals().add(SealSketch.seal(1, new AgencyId(new UUID(1, 1)), SealSketch.NOW), pin);
        byte[] kept = database.jdbi().withHandle(handle -> handle.createQuery("select secret from agency_seal")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).isEqualTo(new byte[] {~1, ~2, ~3});
        assertThat(database.jdbi().withHandle(PostgresSealedSecrets::columns))
                .contains(
                        new PostgresSealedSecrets.Column("agency_seal", "secret"),
                        new PostgresSealedSecrets.Column("agency_seal", "refused"));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
