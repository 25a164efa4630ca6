package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AcceptInvite;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.ChangeRole;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Invite;
import vn.lienthong.gateway.access.InviteLink;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Sessions;
import vn.lienthong.gateway.finding.Finding;

/** From a link to an account, on a real database. */
class PostgresInvitesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AcceptInvite.Typed GOOD =
            new AcceptInvite.Typed("Nguyễn Văn An", "bốn con trâu xanh", "bốn con trâu xanh", "123456");
    private static final byte[] SECRET = {4, 2};

    private final TestDatabase database = TestDatabase.fresh();
    private final Accounts accounts = new PostgresAccounts(database.jdbi(), CLOCK);
    private final Factors factors = new PostgresFactors(database.jdbi(), new FlippingBox());
    private final Invites invites = new PostgresInvites(database.jdbi(), new FlippingBox());
    private final Sessions sessions = new PostgresSessions(database.jdbi());
    private final AccessEvents events = new PostgresAccessEvents(database.jdbi());
    private final InvitePerson inviting =
            new InvitePerson(accounts, invites, events, new Random(5), CLOCK, Duration.ofDays(1));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLinkMakesOneAccountOnce() {
        InviteLink link = invited("an.nv", Role.ADMINISTRATOR);
        AcceptInvite accepting = accepting(CLOCK);
        assertThat(accepting.accept(link, GOOD, Optional.of(SECRET)))
                .isInstanceOfSatisfying(AcceptInvite.Outcome.Accepted.class, accepted -> {
                    assertThat(accepted.account())
                            .isEqualTo(new Account("an.nv", "Nguyễn Văn An", Role.ADMINISTRATOR, false, true));
                    assertThat(accepted.recovery().orElseThrow().codes()).hasSize(10);
                });
        assertThat(accounts.passwordHash("an.nv")).contains("{x}bốn con trâu xanh");
        assertThat(factors.recoveryLeft("an.nv")).isEqualTo(10);
        assertThat(factors.use("an.nv", step(NOW)))
                .as("the code that proved it")
                .isFalse();
        assertThat(accepting.accept(link, GOOD, Optional.of(SECRET))).isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        assertThat(events.latest(9))
                .extracting(event -> event.act().orElseThrow())
                .containsExactly(AccessAct.CAME_BY_INVITATION, AccessAct.INVITED);
    }

    @Test
    void aLinkRunsOutAndANewerOneReplacesIt() {
        InviteLink first = invited("an.nv", Role.CLERK);
        AcceptInvite later = accepting(Clock.offset(CLOCK, Duration.ofDays(1)));
        assertThat(later.accept(first, GOOD, Optional.empty())).isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        InviteLink second = invited("an.nv", Role.CLERK);
        assertThat(invites.find(first.digest())).isEmpty();
        assertThat(accepting(CLOCK).accept(first, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        assertThat(accounts.all()).isEmpty();
        assertThat(accepting(CLOCK).accept(second, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.Accepted.class);
    }

    @Test
    void whatIsWrongLeavesTheLinkWorking() {
        InviteLink link = invited("an.nv", Role.CLERK);
        AcceptInvite.Typed bad = new AcceptInvite.Typed(" ", "Password123456", "Password", "999999");
        assertThat(accepting(CLOCK).accept(link, bad, Optional.of(SECRET)))
                .isInstanceOfSatisfying(AcceptInvite.Outcome.Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::where)
                        .contains("fullName", "repeated", "code"));
        assertThat(accounts.all()).isEmpty();
        assertThat(accepting(CLOCK).accept(link, GOOD, Optional.of(SECRET)))
                .isInstanceOf(AcceptInvite.Outcome.Accepted.class);
    }

    @Test
    void nobodyIsTakenOverAndTheTokenIsNotKept() {
        InviteLink link = invited("an.nv", Role.CLERK);
        accepting(CLOCK).accept(link, GOOD, Optional.empty());
        assertThat(inviting.invite("an.nv", "Kẻ Khác", Role.ADMINISTRATOR, "USER:x"))
                .isInstanceOf(InvitePerson.Outcome.Refused.class);
        String rows = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select string_agg(i::text, ' ') || (select string_agg(e::text, ' ') from access_event e) from account_invite i")
                .mapTo(String.class)
                .one());
        assertThat(rows).contains("an.nv").doesNotContain(link.token());
    }

    @Test
    void aWayBackKeepsTheRoleAndEndsSessions() {
        InviteLink link = invited("an.nv", Role.CLERK);
        accepting(CLOCK).accept(link, GOOD, Optional.of(SECRET));
        assertThat(sessions.counts("an.nv", Role.CLERK, NOW)).isTrue();
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(5));
        InvitePerson.Outcome.Invited again = (InvitePerson.Outcome.Invited)
                inviting.renew(accounts.find("an.nv").orElseThrow(), "USER:qt");
        AcceptInvite.Typed other =
                new AcceptInvite.Typed("Nguyễn Văn An", "năm con trâu vàng", "năm con trâu vàng", "");
        assertThat(accepting(later).accept(again.link(), other, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.Accepted.class);
        assertThat(accounts.find("an.nv").orElseThrow().role()).isEqualTo(Role.CLERK);
        assertThat(factors.exists("an.nv"))
                .as("a lost phone does not come back")
                .isFalse();
        assertThat(sessions.counts("an.nv", Role.CLERK, NOW)).isFalse();
        assertThat(sessions.counts("an.nv", Role.CLERK, later.instant())).isTrue();
        assertThat(sessions.counts("an.nv", Role.AUDITOR, later.instant())).isFalse();
    }

    @Test
    void anOpenLinkUndoesNeitherAClosingNorTakesAnAccountOver() {
        accepting(CLOCK).accept(invited("an.nv", Role.CLERK), GOOD, Optional.empty());
        InviteLink back = ((InvitePerson.Outcome.Invited)
                        inviting.renew(accounts.find("an.nv").orElseThrow(), "USER:qt"))
                .link();
        accounts.close("an.nv");
        assertThat(accepting(CLOCK).accept(back, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        assertThat(accounts.find("an.nv").orElseThrow().enabled()).isFalse();
        InviteLink other = invited("binh", Role.CLERK);
        assertThat(accounts.add(
                        new Account("binh", "Trần Thị Bình", Role.CLERK, false, true),
                        "{x}own",
                        new LetIn("CLI:root", NOW)))
                .isTrue();
        assertThat(accepting(CLOCK).accept(other, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        assertThat(accounts.passwordHash("binh")).contains("{x}own");
    }

    @Test
    void whoMadeTheLinkIsOnRecordAndALinkDoesWhatItWasMadeFor() {
        accepting(CLOCK).accept(invited("an.nv", Role.CLERK), GOOD, Optional.empty());
        assertThat(accounts.letIn("an.nv")).contains(new LetIn("CLI:root", NOW));
        InviteLink taking = InviteLink.read("A".repeat(43)).orElseThrow();
        Invite forNobody = new Invite("an.nv", "Kẻ Khác", Role.CLERK, false, "USER:x", NOW, NOW.plusSeconds(60));
        invites.add(taking.digest(), forNobody);
        assertThat(accepting(CLOCK).accept(taking, GOOD, Optional.of(SECRET)))
                .as("a link to a new account, where there is one by now")
                .isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        InviteLink back = InviteLink.read("B".repeat(43)).orElseThrow();
        invites.add(back.digest(), new Invite("binh", "Bình", Role.CLERK, true, "USER:x", NOW, NOW.plusSeconds(60)));
        assertThat(accepting(CLOCK).accept(back, GOOD, Optional.of(SECRET)))
                .as("a link back to an account that is not there")
                .isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        assertThat(accounts.find("binh")).isEmpty();
        assertThat(accounts.letIn("an.nv")).contains(new LetIn("CLI:root", NOW));
        assertThat(invites.find(taking.digest()).orElseThrow().usedAt())
                .as("nothing is changed, the link neither")
                .isEmpty();
    }

    @Test
    void aResetTakesEverythingAtOnce() {
        accepting(CLOCK).accept(invited("an.nv", Role.CLERK), GOOD, Optional.of(SECRET));
        InviteLink old = ((InvitePerson.Outcome.Invited)
                        inviting.renew(accounts.find("an.nv").orElseThrow(), "USER:qt"))
                .link();
        accounts.reset("an.nv", "{x}nobody", NOW.plusSeconds(1));
        assertThat(factors.exists("an.nv")).isFalse();
        assertThat(factors.recoveryLeft("an.nv")).isZero();
        assertThat(sessions.counts("an.nv", Role.CLERK, NOW)).isFalse();
        assertThat(accepting(CLOCK).accept(old, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.TooLate.class);
        assertThat(accounts.passwordHash("an.nv")).contains("{x}nobody");
        accounts.close("an.nv");
        accounts.reset("an.nv", "{x}nobody", NOW.plusSeconds(1));
        assertThat(accounts.find("an.nv").orElseThrow().enabled()).isFalse();
    }

    @Test
    void aLinkOfAnOlderProgramLeadsWhereItWasMeantTo() {
        InviteLink fresh = invited("an.nv", Role.CLERK);
        forgetWhatFor();
        assertThat(invites.find(fresh.digest()).orElseThrow().invite().renews()).isFalse();
        assertThat(accepting(CLOCK).accept(fresh, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.Accepted.class);
        InviteLink back = ((InvitePerson.Outcome.Invited)
                        inviting.renew(accounts.find("an.nv").orElseThrow(), "USER:qt"))
                .link();
        forgetWhatFor();
        assertThat(invites.unused()).allMatch(kept -> kept.invite().renews());
        assertThat(accepting(CLOCK).accept(back, GOOD, Optional.empty()))
                .isInstanceOf(AcceptInvite.Outcome.Accepted.class);
    }

    private void forgetWhatFor() {
        database.jdbi().useHandle(handle -> handle.execute("update account_invite set renews = null"));
    }

    @Test
    void aRoleThatIsGivenBackDoesNotBringItsSessionsBack() {
        accepting(CLOCK).accept(invited("an.nv", Role.ADMINISTRATOR), GOOD, Optional.empty());
        accepting(CLOCK).accept(invited("binh", Role.ADMINISTRATOR), GOOD, Optional.empty());
        assertThat(sessions.counts("an.nv", Role.ADMINISTRATOR, NOW)).isTrue();
        Instant later = NOW.plusSeconds(60);
        accounts.changeRole("an.nv", Role.ADMINISTRATOR, Role.CLERK, later);
        accounts.changeRole("an.nv", Role.CLERK, Role.ADMINISTRATOR, later.plusSeconds(60));
        assertThat(sessions.counts("an.nv", Role.ADMINISTRATOR, NOW)).isFalse();
        assertThat(sessions.counts("an.nv", Role.ADMINISTRATOR, later.plusSeconds(60)))
                .isTrue();
    }

    @Test
    void aRoleThatIsAnotherByNowLeavesTheOpenLink() {
        accepting(CLOCK).accept(invited("an.nv", Role.CLERK), GOOD, Optional.empty());
        InviteLink back = ((InvitePerson.Outcome.Invited)
                        inviting.renew(accounts.find("an.nv").orElseThrow(), "USER:qt"))
                .link();
        ChangeRole changing = new ChangeRole(accounts, events, null, CLOCK);
        Account seen = new Account("an.nv", "Nguyễn Văn An", Role.OFFICER, false, true);
        assertThat(changing.change(seen, Role.ADMINISTRATOR, "USER:qt")).isEqualTo(ChangeRole.Outcome.MEANWHILE);
        assertThat(invites.find(back.digest())).isPresent();
        assertThat(events.latest(9))
                .extracting(event -> event.act().orElseThrow())
                .doesNotContain(AccessAct.ROLE_CHANGED);
    }

    @Test
    void theJournalIsOnlyAddedTo() {
        invited("an.nv", Role.CLERK);
        for (String forged :
                new String[] {"update access_event set actor = 'x'", "delete from access_event", "truncate access_event"
                }) {
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(forged)))
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("insert only");
        }
    }

    private InviteLink invited(String username, Role role) {
        return ((InvitePerson.Outcome.Invited) inviting.invite(username, "Nguyễn Văn An", role, "CLI:root")).link();
    }

    private AcceptInvite accepting(Clock clock) {
        CheckFactor checking =
                new CheckFactor(factors, (secret, step) -> step == step(clock.instant()) ? "123456" : "000000");
        return new AcceptInvite(invites, events, password -> "{x}" + password, checking, new Random(6), clock);
    }

    private static long step(Instant at) {
        return at.getEpochSecond() / 30;
    }
}
