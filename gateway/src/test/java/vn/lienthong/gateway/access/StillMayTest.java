package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;

/** What a person began is asked again when it is to take effect. */
class StillMayTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final AgencyId WARD = new AgencyId(new UUID(1, 1));

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryAccountMandates mandates = new InMemoryAccountMandates(accounts);
    private final StillMay still = new StillMay(accounts, mandates);

    StillMayTest() {
        accounts.save(new Account("vt.mot", "Văn thư Một", Role.CLERK, false, true), "{x}");
        mandates.grant("vt.mot", new Mandate(WARD, Right.SEAL, NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(60))));
    }

    private boolean may(Instant at) {
        return still.may("USER:vt.mot", Right.SEAL, WARD, at);
    }

    @Test
    void whoHoldsTheRightMayWhileItHolds() {
        assertThat(may(NOW)).isTrue();
        assertThat(may(NOW.plusSeconds(60))).as("the mandate ended").isFalse();
        assertThat(still.may("USER:vt.mot", Right.SEND, WARD, NOW)).isFalse();
        assertThat(still.may("USER:vt.mot", Right.SEAL, new AgencyId(new UUID(1, 2)), NOW))
                .as("another agency")
                .isFalse();
        assertThat(still.may("SYSTEM:vt.mot", Right.SEAL, WARD, NOW))
                .as("no person")
                .isFalse();
        assertThat(still.may("USER:vt.hai", Right.SEAL, WARD, NOW)).isFalse();
    }

    @Test
    void whoseAccountWasClosedMayNot() {
        accounts.close("vt.mot");
        assertThat(may(NOW)).isFalse();
    }

    @Test
    void whoChangedToARoleThatHoldsNoSealMayNot() {
        accounts.changeRole("vt.mot", Role.CLERK, Role.AUDITOR, NOW);
        assertThat(may(NOW)).isFalse();
    }
}
