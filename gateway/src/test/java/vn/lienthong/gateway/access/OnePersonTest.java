package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnePersonTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final Accounts accounts = new InMemoryAccounts();
    private final OnePerson people = new OnePerson(accounts, MONTH);

    @Test
    void whoMadeTheLinkMayHaveOpenedItWhicheverProposes() {
        letIn("binh", "USER:an.nv", 10);
        assertThat(by("USER:an.nv", "USER:binh")).contains("USER:an.nv");
        assertThat(by("USER:binh", "USER:an.nv")).contains("USER:an.nv");
        assertThat(people.link("USER:an.nv", "USER:binh", NOW).orElseThrow().until())
                .isEqualTo(NOW.plus(Duration.ofDays(20)));
        assertThat(by("USER:chi", "USER:binh")).isEmpty();
    }

    @Test
    void itGoesFromLinkToLink() {
        letIn("binh", "USER:an.nv", 10);
        letIn("chi", "USER:binh", 5);
        letIn("dung", "USER:an.nv", 1);
        assertThat(by("USER:an.nv", "USER:chi")).contains("USER:an.nv");
        assertThat(by("USER:chi", "USER:dung")).contains("USER:an.nv");
        letIn("an.nv", "USER:chi", 2);
        assertThat(by("USER:an.nv", "USER:binh")).as("round in a circle").isPresent();
    }

    @Test
    void aCommandLineMayBeWhoeverItLetIn() {
        letIn("binh", "CLI:root", 3);
        letIn("chi", "USER:binh", 2);
        letIn("dung", "CLI:another", 3);
        accounts.save(new Account("lau.nam", "Lâu năm", Role.ADMINISTRATOR, false, true), "");
        assertThat(by("CLI:root", "USER:binh")).contains(OnePerson.COMMAND_LINE);
        assertThat(by("CLI:somebody", "USER:chi")).contains(OnePerson.COMMAND_LINE);
        assertThat(by("CLI:root", "USER:lau.nam")).isEmpty();
        assertThat(by("USER:binh", "USER:dung"))
                .as("the first two administrators come by no other way")
                .isEmpty();
    }

    @Test
    void itDoesNotCountForEver() {
        letIn("binh", "USER:an.nv", 30);
        assertThat(by("USER:an.nv", "USER:binh")).isEmpty();
        letIn("binh", "USER:an.nv", 0);
        assertThat(new OnePerson(accounts, Duration.ZERO).link("USER:an.nv", "USER:binh", NOW))
                .isEmpty();
    }

    private Optional<String> by(String proposer, String confirmer) {
        return people.link(proposer, confirmer, NOW).map(OnePerson.Link::by);
    }

    private void letIn(String username, String by, int daysAgo) {
        accounts.save(new Account(username, "Người " + username, Role.ADMINISTRATOR, false, true), "");
        accounts.letIn(username, new LetIn(by, NOW.minus(Duration.ofDays(daysAgo))));
    }
}
