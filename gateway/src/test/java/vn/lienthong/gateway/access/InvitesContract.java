package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** What every {@link Invites} promises. */
public abstract class InvitesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Account AN = new Account("an.nv", "Nguyễn Văn An", Role.CLERK, false, true);

    /** A store without invitations, the same one for the whole of a test. */
    protected abstract Invites invites();

    /** The accounts that they lead to; none at first. */
    protected abstract Accounts accounts();

    @Test
    void aNewerOneReplacesWhatNobodyUsed() {
        invites().add(token("1"), invite(false));
        invites().add(token("2"), invite(false));
        assertThat(invites().find(token("1"))).isEmpty();
        assertThat(invites().find(token("2")).map(Invites.Kept::invite)).contains(invite(false));
        assertThat(invites().unused()).hasSize(1);
        assertThat(accept("1")).isFalse();
        assertThat(accept("2")).isTrue();
        invites().add(token("3"), invite(true));
        assertThat(invites().find(token("2")).flatMap(Invites.Kept::usedAt))
                .as("what was used stays on record")
                .contains(NOW);
        assertThat(invites().unused()).extracting(Invites.Kept::invite).containsExactly(invite(true));
    }

    @Test
    void itIsUsedOnceAndInTime() {
        invites().add(token("1"), invite(false));
        assertThat(invites().accept(token("1"), NOW.plus(Duration.ofDays(1)), AN, "{x}1", Optional.empty()))
                .as("too late")
                .isFalse();
        assertThat(accept("1")).isTrue();
        assertThat(accept("1")).isFalse();
        assertThat(accounts().find("an.nv")).contains(AN);
        assertThat(accounts().passwordHash("an.nv")).contains("{x}1");
        assertThat(accounts().letIn("an.nv")).contains(new LetIn("USER:qt", NOW));
    }

    @Test
    void itDoesOnlyWhatItWasMadeFor() {
        invites().add(token("1"), invite(true));
        assertThat(accept("1")).as("there is nothing to come back to").isFalse();
        assertThat(invites().find(token("1")).flatMap(Invites.Kept::usedAt)).isEmpty();
        accounts().save(AN, "{x}own");
        invites().add(token("2"), invite(false));
        assertThat(accept("2")).as("it takes nobody over").isFalse();
        assertThat(accounts().passwordHash("an.nv")).contains("{x}own");
        invites().add(token("3"), invite(true));
        assertThat(accept("3")).isTrue();
        assertThat(accounts().passwordHash("an.nv")).contains("{x}1");
    }

    @Test
    void whoGotAnotherRoleDoesNotGetTheOldOneBack() {
        accounts().save(AN, "{x}own");
        invites().add(token("1"), invite(true));
        accounts().save(new Account("an.nv", "Nguyễn Văn An", Role.AUDITOR, false, true), "{x}own");
        assertThat(accept("1")).isFalse();
        assertThat(accounts().find("an.nv").orElseThrow().role()).isEqualTo(Role.AUDITOR);
    }

    private boolean accept(String token) {
        return invites().accept(token(token), NOW, AN, "{x}1", Optional.empty());
    }

    private static Invite invite(boolean renews) {
        return new Invite("an.nv", "Nguyễn Văn An", Role.CLERK, renews, "USER:qt", NOW, NOW.plus(Duration.ofDays(1)));
    }

    private static Sha256 token(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
