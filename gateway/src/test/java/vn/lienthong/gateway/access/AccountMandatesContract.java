package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;

/** What every {@link AccountMandates} promises. */
public abstract class AccountMandatesContract {

    private static final AgencyId COMMUNE = new AgencyId(new UUID(1, 1));
    private static final AgencyId DISTRICT = new AgencyId(new UUID(1, 2));
    private static final Instant FROM = Instant.parse("2025-07-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-08-01T00:00:00Z");
    private static final Mandate COLLECT = new Mandate(COMMUNE, Right.COLLECT, FROM, Optional.empty());

    /** Beside it, the mandates; both without rows. */
    protected abstract Accounts accounts();

    protected abstract AccountMandates mandates();

    @Test
    void whatIsGrantedIsReadInItsOrderAndEndsWhereItIsSaid() {
        account("an.vt", Role.CLERK, true);
        AccountMandates mandates = mandates();
        assertThat(mandates.of("an.vt")).isEmpty();
        assertThat(mandates.of("nobody")).isEmpty();
        Mandate send = new Mandate(COMMUNE, Right.SEND, FROM, Optional.of(TO));
        assertThat(mandates.grant("an.vt", COLLECT)).isTrue();
        mandates.grant("an.vt", send);
        assertThat(mandates.of("an.vt")).containsExactly(COLLECT, send);
        Mandate ended = COLLECT.endedAt(TO);
        assertThat(mandates.end("an.vt", ended)).isTrue();
        assertThat(mandates.of("an.vt")).containsExactly(ended, send);
        Mandate seal = new Mandate(COMMUNE, Right.SEAL, FROM, Optional.empty());
        assertThat(mandates.grant("an.vt", seal)).isTrue();
        assertThat(mandates.grant("an.vt", seal)).as("once").isFalse();
        assertThat(mandates.of("an.vt")).containsExactly(ended, send, seal);
        Mandate sealed = new Mandate(COMMUNE, Right.SEAL, FROM, Optional.of(TO));
        assertThat(mandates.end("an.vt", sealed)).isTrue();
        assertThat(mandates.of("an.vt")).containsExactly(ended, send, sealed);
    }

    @Test
    void whatEndedStaysEndedWhoeverGrantsAnew() {
        account("an.vt", Role.CLERK, true);
        AccountMandates mandates = mandates();
        assertThat(mandates.end("an.vt", COLLECT.endedAt(TO)))
                .as("there is none")
                .isFalse();
        mandates.grant("an.vt", COLLECT.endedAt(TO));
        assertThat(mandates.grant("an.vt", COLLECT)).isFalse();
        assertThat(mandates.end("an.vt", COLLECT.endedAt(TO.plusSeconds(1)))).isFalse();
        assertThat(mandates.of("an.vt")).containsExactly(COLLECT.endedAt(TO));
        assertThat(mandates.end("an.vt", COLLECT.endedAt(FROM)))
                .as("earlier than it would have")
                .isTrue();
        assertThat(mandates.of("an.vt")).containsExactly(COLLECT.endedAt(FROM));
    }

    @Test
    void whoSignsForAnAgencyIsAskedOfItAloneAndOnlyWhileTheMandateHolds() {
        account("ct.anh", Role.OFFICER, true);
        account("gone", Role.OFFICER, false);
        account("clerk", Role.CLERK, true);
        AccountMandates mandates = mandates();
        Mandate sign = new Mandate(COMMUNE, Right.SIGN, FROM, Optional.of(TO));
        assertThat(mandates.grant("ct.anh", sign)).isTrue();
        assertThat(mandates.grant("ct.anh", sign)).as("once").isFalse();
        mandates.grant("gone", sign);
        mandates.grant("clerk", new Mandate(COMMUNE, Right.SEAL, FROM, Optional.empty()));
        mandates.grant("clerk", new Mandate(COMMUNE, Right.SEND, FROM, Optional.empty()));
        assertThat(mandates.of("ct.anh")).containsExactly(sign);
        assertThat(mandates.holders(Right.SIGN, COMMUNE, FROM)).containsExactly("ct.anh");
        assertThat(mandates.holders(Right.SEND, COMMUNE, FROM)).containsExactly("clerk");
        assertThat(mandates.holders(Right.SEAL, COMMUNE, FROM)).containsExactly("clerk");
        assertThat(mandates.holders(Right.SIGN, COMMUNE, TO)).isEmpty();
        assertThat(mandates.holders(Right.SIGN, DISTRICT, FROM)).isEmpty();
        assertThat(mandates.end("ct.anh", sign.endedAt(FROM.plusSeconds(9)))).isTrue();
        assertThat(mandates.holders(Right.SIGN, COMMUNE, FROM.plusSeconds(9))).isEmpty();
    }

    @Test
    void onlyAnEnabledClerkWithACollectMandateThatHoldsServesAnAgency() {
        account("clerk", Role.CLERK, true);
        account("officer", Role.OFFICER, true);
        account("gone", Role.CLERK, false);
        account("operator", Role.OPERATOR, true);
        account("sender", Role.CLERK, true);
        AccountMandates mandates = mandates();
        mandates.grant("officer", COLLECT);
        assertThat(mandates.isServed(COMMUNE, TO)).isFalse();
        assertThat(mandates.isClaimed(COMMUNE, TO)).as("an officer only reads").isFalse();
        mandates.grant("gone", COLLECT);
        mandates.grant("operator", COLLECT);
        mandates.grant("sender", new Mandate(COMMUNE, Right.SEND, FROM, Optional.empty()));
        assertThat(mandates.isServed(COMMUNE, TO)).isFalse();
        assertThat(mandates.isClaimed(COMMUNE, TO))
                .as("a closed account claims")
                .isTrue();
        assertThat(mandates.isClaimed(DISTRICT, TO)).isFalse();
        mandates.grant("clerk", new Mandate(COMMUNE, Right.COLLECT, FROM, Optional.of(TO)));
        assertThat(mandates.isServed(COMMUNE, FROM)).isTrue();
        assertThat(mandates.isServed(COMMUNE, FROM.minusSeconds(1))).isFalse();
        assertThat(mandates.isServed(COMMUNE, TO))
                .as("the end is not part of it")
                .isFalse();
        assertThat(mandates.isServed(DISTRICT, FROM))
                .as("a superior's or another's")
                .isFalse();
    }

    private void account(String username, Role role, boolean enabled) {
        accounts().save(new Account(username, "Người " + username, role, false, enabled), "{x}1");
    }
}
