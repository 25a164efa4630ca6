package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccessEvents.Query;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.ChangeRole;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Journal;
import vn.lienthong.gateway.access.JournaledFactorCheck;
import vn.lienthong.gateway.access.JournaledMandates;
import vn.lienthong.gateway.access.JournaledSystems;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.RecoveryCodes;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;

/** The journal: what goes in by itself, and what is found in it. */
class PostgresAccessEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.fresh();
    private final AccessEvents events = new PostgresAccessEvents(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void itIsFoundByWhoWhatAndWhen() {
        note("USER:an.nv", AccessAct.INVITED, "binh", 0);
        note("USER:an.nv", AccessAct.LOGGED_IN, "an.nv", 1);
        note("USER:binh_x", AccessAct.LOGGED_IN, "binh_x", 2);
        assertThat(found(new Query("AN.nv", Optional.empty(), "", Optional.empty(), Optional.empty())))
                .containsExactly(1, 0);
        assertThat(found(new Query("", Optional.of(AccessAct.LOGGED_IN), "", Optional.empty(), Optional.empty())))
                .containsExactly(2, 1);
        assertThat(found(new Query("", Optional.empty(), "binh", Optional.empty(), Optional.empty())))
                .containsExactly(2, 0);
        assertThat(found(new Query("%", Optional.empty(), "", Optional.empty(), Optional.empty())))
                .as("no pattern")
                .isEmpty();
        assertThat(found(new Query("", Optional.empty(), "", Optional.of(at(1)), Optional.of(at(2)))))
                .containsExactly(1);
    }

    @Test
    void pageByPageNothingIsLeftOutOrTwice() {
        for (int minute = 0; minute < 5; minute++) {
            note("USER:an.nv", AccessAct.LOGGED_IN, "an.nv", minute);
        }
        List<AccessEvents.Kept> first = events.find(Query.EVERYTHING, Long.MAX_VALUE, 2);
        List<AccessEvents.Kept> second =
                events.find(Query.EVERYTHING, first.getLast().id(), 9);
        assertThat(first).extracting(kept -> kept.event().at()).containsExactly(at(4), at(3));
        assertThat(second).extracting(kept -> kept.event().at()).containsExactly(at(2), at(1), at(0));
    }

    @Test
    void whatIsDoneToASystemIsWrittenDownByItself() {
        AgencyId agency = new AgencyId(new UUID(1, 2));
        Systems systems = new JournaledSystems(
                new PostgresSystems(database.jdbi(), new FlippingBox()),
                new Journal(events, "USER:qt", id -> "H49 Sở A", CLOCK));
        ReceivingSystem system = new ReceivingSystem(
                "sys-a",
                "A",
                CallerKind.AGENCY,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of("10.0.0.0/8"),
                Optional.empty(),
                Optional.empty(),
                true);
        systems.save(system, new byte[] {1});
        systems.save(system, new byte[] {2});
        ReceivingSystem elsewhere = new ReceivingSystem(
                "sys-a",
                "B",
                CallerKind.AGENCY,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of("10.0.0.0/8"),
                Optional.empty(),
                Optional.empty(),
                true);
        systems.save(elsewhere, new byte[] {2});
        systems.save(elsewhere.withEnabled(false), new byte[] {1});
        systems.save(elsewhere, new byte[] {3});
        Mandate mandate = new Mandate(agency, Right.SEND, NOW.minusSeconds(60), Optional.empty());
        systems.grant("sys-a", mandate);
        systems.grant("sys-a", mandate);
        systems.end("sys-a", mandate.endedAt(NOW));
        systems.end("sys-a", mandate.endedAt(NOW));
        systems.limit("sys-a", CallerLimits.USUAL);
        systems.renewSecret("sys-a", new byte[] {2}, NOW.plusSeconds(60));
        systems.bindClient("https://sso", "c1", "sys-a");
        systems.unbindClient("https://sso", "c1", "sys-a");
        systems.unbindClient("https://sso", "c1", "sys-a");
        assertThat(events.latest(20))
                .extracting(event -> event.act().orElseThrow())
                .containsExactly(
                        AccessAct.ISSUER_UNBOUND,
                        AccessAct.ISSUER_BOUND,
                        AccessAct.SECRET_RENEWED,
                        AccessAct.SYSTEM_LIMITED,
                        AccessAct.MANDATE_ENDED,
                        AccessAct.MANDATE_GRANTED,
                        AccessAct.SECRET_RENEWED,
                        AccessAct.SYSTEM_CHANGED,
                        AccessAct.SECRET_RENEWED,
                        AccessAct.SYSTEM_CHANGED,
                        AccessAct.SYSTEM_CHANGED,
                        AccessAct.SECRET_RENEWED,
                        AccessAct.SYSTEM_ADDED);
        assertThat(events.latest(20))
                .allMatch(event ->
                        event.actor().equals("USER:qt") && event.subject().equals("sys-a"))
                .anyMatch(event -> event.detail().startsWith("SEND H49 Sở A from "))
                .anyMatch(event ->
                        event.detail().contains("disabled") && event.detail().contains("10.0.0.0/8"));
    }

    @Test
    void whatANewerProgramWroteIsReadAsItStandsThere() {
        database.jdbi()
                .useHandle(handle -> handle.execute("insert into access_event (at, actor, act, subject, detail)"
                        + " values (now(), 'USER:moi', 'NOT_INVENTED_YET', 'an.nv', '')"));
        assertThat(events.latest(9)).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("NOT_INVENTED_YET");
            assertThat(event.act()).isEmpty();
        });
    }

    @Test
    void aTryAtAFactorIsThereWithItsLineOrNotAtAll() {
        new PostgresAccounts(database.jdbi(), CLOCK)
                .add(new Account("an.nv", "An", Role.CLERK, false, true), "{x}1", new LetIn("CLI:root", NOW));
        RecoveryCodes recovery = RecoveryCodes.make(new Random(3));
        Factors factors = new PostgresFactors(database.jdbi(), new FlippingBox());
        factors.set("an.nv", new Factors.Fresh(new byte[] {1}, 1, recovery.digests()), NOW);
        JournaledFactorCheck trying =
                new JournaledFactorCheck(new CheckFactor(factors, (secret, step) -> "123456"), events, CLOCK);
        String code = recovery.codes().getFirst();
        int left = factors.recoveryLeft("an.nv");
        database.jdbi().useHandle(handle -> handle.execute("alter table access_event rename to away"));
        assertThatThrownBy(() -> trying.check("an.nv", code, "203.0.113.7")).isInstanceOf(JdbiException.class);
        assertThat(factors.recoveryLeft("an.nv")).as("not used up").isEqualTo(left);
        database.jdbi().useHandle(handle -> handle.execute("alter table away rename to access_event"));
        assertThat(trying.check("an.nv", code, "203.0.113.7"))
                .isEqualTo(new CheckFactor.Outcome.Passed(Optional.of(left - 1)));
        assertThat(trying.check("an.nv", "777777", "203.0.113.7")).isEqualTo(new CheckFactor.Outcome.Wrong());
        assertThat(events.latest(9))
                .extracting(AccessEvent::name, AccessEvent::actor, AccessEvent::subject, AccessEvent::detail)
                .containsExactly(
                        tuple("FACTOR_FAILED", "USER:an.nv", "an.nv", "203.0.113.7"),
                        tuple("RECOVERY_CODE_USED", "USER:an.nv", "an.nv", left - 1 + " left, 203.0.113.7"));
    }

    @Test
    void withoutItsLineNothingIsDone() {
        Systems kept = new PostgresSystems(database.jdbi(), new FlippingBox());
        ReceivingSystem system = new ReceivingSystem(
                "sys-a",
                "A",
                CallerKind.AGENCY,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
        kept.save(system, new byte[] {1});
        Accounts accounts = new PostgresAccounts(database.jdbi(), CLOCK);
        Account clerk = new Account("an.nv", "An", Role.CLERK, false, true);
        accounts.add(clerk, "{x}1", new LetIn("CLI:root", NOW));
        database.jdbi().useHandle(handle -> handle.execute("alter table access_event rename to away"));
        Systems systems = new JournaledSystems(kept, new Journal(events, "USER:qt", id -> "H49", CLOCK));
        AccountMandates mandates = new PostgresAccountMandates(database.jdbi());
        Mandate mandate = new Mandate(new AgencyId(new UUID(1, 2)), Right.SEND, NOW, Optional.empty());
        assertThatThrownBy(() -> systems.grant("sys-a", mandate)).isInstanceOf(JdbiException.class);
        assertThatThrownBy(() -> systems.save(system.withEnabled(false), new byte[] {2}))
                .isInstanceOf(JdbiException.class);
        assertThatThrownBy(() -> new JournaledMandates(mandates, new Journal(events, "USER:qt", id -> "H49", CLOCK))
                        .grant("an.nv", mandate))
                .isInstanceOf(JdbiException.class);
        assertThatThrownBy(() -> new ChangeRole(accounts, events, null, CLOCK).change(clerk, Role.ADMINISTRATOR, "x"))
                .isInstanceOf(JdbiException.class);
        assertThatThrownBy(() -> new CloseAccount(accounts, new PostgresSessions(database.jdbi()), events, null, CLOCK)
                        .close("an.nv", "x"))
                .isInstanceOf(JdbiException.class);
        assertThat(kept.mandates("sys-a")).isEmpty();
        assertThat(kept.find("sys-a")).contains(system);
        assertThat(mandates.of("an.nv")).isEmpty();
        assertThat(accounts.find("an.nv")).contains(clerk);
    }

    private List<Integer> found(Query query) {
        return events.find(query, Long.MAX_VALUE, 9).stream()
                .map(kept -> (int) Duration.between(NOW, kept.event().at()).toMinutes())
                .toList();
    }

    private void note(String actor, AccessAct act, String subject, int minute) {
        events.add(new AccessEvent(at(minute), actor, act, subject, ""));
    }

    private static Instant at(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }
}
