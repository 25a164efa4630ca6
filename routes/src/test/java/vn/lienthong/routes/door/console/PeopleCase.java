package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Role;

/** What tests of people share: a newcomer with a phone, and what is read off their pages. */
abstract class PeopleCase {
    static final String GOOD = "bốn con trâu xanh";
    private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}");

    record Newcomer(PlainBrowser browser, Phone phone, List<String> recovery) {}

    final ConsoleFixture fixture;

    PeopleCase(ConsoleFixture fixture) {
        this.fixture = fixture;
    }

    List<AccessEvent> journal() {
        return fixture.part(AccessEvents.class).latest(500);
    }

    Account account(String username) {
        return fixture.part(Accounts.class).find(username).orElseThrow();
    }

    String link(String username, Role role) {
        InvitePerson.Outcome outcome = fixture.part(InvitePerson.class).invite(username, "Người Mời", role, "CLI:root");
        return ((InvitePerson.Outcome.Invited) outcome).link().path();
    }

    Newcomer newcomer(String username, Role role) {
        return come(link(username, role), username);
    }

    Newcomer come(String link, String username) {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        Phone phone = Phone.of(browser.get(link).body());
        String page = browser.post(link, fields(GOOD, GOOD, phone.code(0))).body();
        List<String> recovery = recovery(page);
        assertThat(recovery).as(username + ": " + page).hasSize(10);
        return new Newcomer(browser, phone, recovery);
    }

    static Map<String, String> fields(String password, String repeated, String code) {
        return Map.of("fullName", "Người Mới", "password", password, "repeated", repeated, "code", code);
    }

    static List<String> recovery(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group()).toList();
    }

    static String keyOf(String page) {
        Matcher key = Pattern.compile("class=\"code key\">([^<]+)<").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    static String linkOn(String page) {
        Matcher link =
                Pattern.compile("http://[^<\\s]+(/invite/[A-Za-z0-9_-]{43})").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
