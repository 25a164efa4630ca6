package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CarryOut;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.OnePerson;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecondPerson;

/** Two people and one act, on a real database. */
class PostgresProposalsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ProposedAct ACT = new ProposedAct.RemoveTrust("party", "ab".repeat(32));

    private final TestDatabase database = TestDatabase.fresh();
    private final Proposals proposals = new PostgresProposals(database.jdbi());
    private final AccessEvents events = new PostgresAccessEvents(database.jdbi());
    private final Accounts accounts = new PostgresAccounts(database.jdbi(), CLOCK);
    private final RecordingCarryOut carrying = new RecordingCarryOut();
    private final SecondPerson people = at(CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anotherPersonConfirmsAndBothNamesAreOnRecord() {
        Proposal proposal = people.propose(ACT, "bỏ gốc cũ", "USER:an.nv", "hết hạn");
        assertThat(proposal.act()).isEqualTo(ACT);
        assertThat(carrying.done).isEmpty();
        assertThat(people.confirm(proposal.id(), 3, "USER:an.nv", Role.ADMINISTRATOR, "đồng ý"))
                .isEqualTo(new SecondPerson.Outcome.SamePerson());
        assertThat(people.confirm(proposal.id(), 3, "USER:binh", Role.REGISTRAR, "đồng ý"))
                .isEqualTo(new SecondPerson.Outcome.WrongRole());
        assertThat(carrying.done).isEmpty();
        assertThat(people.confirm(proposal.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý"))
                .isEqualTo(new SecondPerson.Outcome.Done(List.of("làm")));
        assertThat(people.confirm(proposal.id(), 3, "USER:chi", Role.ADMINISTRATOR, "đồng ý"))
                .isEqualTo(new SecondPerson.Outcome.TooLate());
        assertThat(carrying.done).containsExactly("3 đề nghị: USER:an.nv, xác nhận: USER:binh hết hạn");
        assertThat(proposals.find(proposal.id()).orElseThrow().decision())
                .contains(new Proposal.Decision(NOW, "USER:binh", true, "đồng ý"));
        assertThat(events.latest(9))
                .extracting(event -> event.act().orElseThrow(), AccessEvent::actor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(AccessAct.CONFIRMED, "USER:binh"),
                        org.assertj.core.groups.Tuple.tuple(AccessAct.PROPOSED, "USER:an.nv"));
    }

    @Test
    void itRunsOutAndCanBeDeclined() {
        Proposal first = people.propose(ACT, "một", "USER:an.nv", "vì");
        Proposal second = people.propose(ACT, "hai", "USER:an.nv", "vì");
        assertThat(proposals.countWaiting(NOW)).isEqualTo(2);
        assertThat(people.decline(second.id(), "USER:x", Role.OPERATOR, "không"))
                .isFalse();
        assertThat(people.decline(second.id(), "USER:binh", Role.ADMINISTRATOR, "chưa đúng"))
                .isTrue();
        assertThat(people.decline(second.id(), "USER:binh", Role.ADMINISTRATOR, "chưa đúng"))
                .isFalse();
        assertThat(proposals.waiting(NOW, 9)).extracting(Proposal::id).containsExactly(first.id());
        Clock later = Clock.offset(CLOCK, Duration.ofDays(3));
        assertThat(at(later).confirm(first.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý"))
                .isEqualTo(new SecondPerson.Outcome.TooLate());
        assertThat(proposals.waiting(later.instant(), 9)).isEmpty();
        assertThat(proposals.past(later.instant(), 9))
                .extracting(Proposal::id)
                .containsExactly(second.id(), first.id());
        assertThat(carrying.done).isEmpty();
    }

    @Test
    void whatCannotBeDoneWaitsOn() {
        Proposal proposal = people.propose(ACT, "bỏ gốc cũ", "USER:an.nv", "hết hạn");
        carrying.broken = true;
        assertThat(people.confirm(proposal.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý"))
                .isEqualTo(new SecondPerson.Outcome.NotDone("hỏng"));
        assertThat(proposals.countWaiting(NOW)).isEqualTo(1);
        carrying.broken = false;
        assertThat(people.confirm(proposal.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý"))
                .isInstanceOf(SecondPerson.Outcome.Done.class);
    }

    @Test
    void nobodyConfirmsThroughAnAccountThatHeLetIn() {
        accounts.add(new Account("binh", "Bình", Role.ADMINISTRATOR, false, true), "{x}", new LetIn("USER:an.nv", NOW));
        Proposal proposal = people.propose(ACT, "bỏ gốc cũ", "USER:an.nv", "hết hạn");
        SecondPerson.Outcome outcome = people.confirm(proposal.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý");
        assertThat(outcome)
                .isEqualTo(new SecondPerson.Outcome.MayBeOne(
                        new OnePerson.Link("USER:an.nv", NOW.plus(Duration.ofDays(30)))));
        assertThat(carrying.done).isEmpty();
        assertThat(proposals.countWaiting(NOW)).isEqualTo(1);
        assertThat(people.confirm(proposal.id(), 3, "USER:chi", Role.ADMINISTRATOR, "đồng ý"))
                .isInstanceOf(SecondPerson.Outcome.Done.class);
    }

    /** As the directory and the decisions about trust do it: what is besides runs in their own transaction. */
    @Test
    void aPowerCutLeavesNeitherTheActNorTheDecision() {
        Proposal proposal = people.propose(ACT, "bỏ gốc cũ", "USER:an.nv", "hết hạn");
        carrying.powerCut = true;
        assertThatThrownBy(() -> database.jdbi()
                        .useTransaction(
                                handle -> people.confirm(proposal.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý")))
                .hasMessage("power cut");
        assertThat(proposals.countWaiting(NOW)).isEqualTo(1);
        assertThat(events.latest(9))
                .extracting(event -> event.act().orElseThrow())
                .containsExactly(AccessAct.PROPOSED);
        carrying.powerCut = false;
        assertThat(people.confirm(proposal.id(), 3, "USER:binh", Role.ADMINISTRATOR, "đồng ý"))
                .isInstanceOf(SecondPerson.Outcome.Done.class);
        assertThat(carrying.done).hasSize(2);
    }

    @Test
    void theDatabaseItselfRefusesOnePersonTwice() {
        Proposal proposal = people.propose(ACT, "bỏ gốc cũ", "USER:an.nv", "hết hạn");
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.execute(
                                "update proposal set decided_at = now(), decided_by = proposed_by, decision = 'CONFIRMED',"
                                        + " decision_reason = 'x' where id = ?",
                                proposal.id())))
                .isInstanceOf(JdbiException.class);
    }

    private SecondPerson at(Clock clock) {
        return new SecondPerson(
                proposals, carrying, events, new OnePerson(accounts, Duration.ofDays(30)), clock, Duration.ofDays(3));
    }

    private static final class RecordingCarryOut implements CarryOut {

        private final List<String> done = new ArrayList<>();
        private boolean broken;
        private boolean powerCut;

        @Override
        public Preview preview(ProposedAct act) {
            return new Preview(List.of("làm"), List.of(), 3);
        }

        @Override
        public List<String> carryOut(ProposedAct act, long seen, String actors, String reason, Runnable besides) {
            if (broken) {
                throw new CannotCarryOut("hỏng");
            }
            done.add(seen + " " + actors + " " + reason);
            besides.run();
            if (powerCut) {
                throw new IllegalStateException("power cut");
            }
            return List.of("làm");
        }
    }
}
