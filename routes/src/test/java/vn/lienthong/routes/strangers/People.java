package vn.lienthong.routes.strangers;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.routes.door.console.PlainBrowser;

/** The people at the console, each at a browser of their own, and what they click. */
final class People {

    private static final String PASSWORD = "mat khau rat dai";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final Right[] ALL = {Right.SEND, Right.COLLECT, Right.STATUS, Right.SEAL};

    private final House house;
    private final Targets targets;
    private final String hash;
    private final Map<Person, PlainBrowser> browsers = new EnumMap<>(Person.class);
    private final PlainBrowser clerk;

    People(House house, Targets targets) {
        this.house = house;
        this.targets = targets;
        this.hash = house.part(PasswordEncoder.class).encode(PASSWORD);
        Instant since = house.now().minusSeconds(3_600);
        clerk = in("thu.thu", Role.CLERK);
        grant("thu.thu", House.VICTIM, since, Optional.empty(), ALL);
        upload();
        for (Person person : Person.values()) {
            browsers.put(person, browser(person, since));
        }
        save(Targets.PERSON, Role.CLERK, true);
        save("bi.khoa", Role.OPERATOR, false);
        save("bi.chuyen", Role.CLERK, true);
    }

    /** A file in the victim's draft. */
    private void upload() {
        String page = "/out-tray/drafts/" + targets.draft.id();
        clerk.get(page);
        byte[] pdf = new MakeOfficialLetter()
                .make(OfficialLetter.of("UBND phường Thuận Hóa", "12/UBND-VP", Papers.SUBJECT, house.now()));
        HttpResponse<String> answer = clerk.postBytes(page + "/files?name=a.pdf", pdf);
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("upload: " + answer.statusCode() + " " + answer.body());
        }
    }

    private PlainBrowser browser(Person person, Instant since) {
        return switch (person) {
            case NOBODY -> {
                PlainBrowser nobody = house.browser();
                nobody.get("/login");
                yield nobody;
            }
            case ADMINISTRATOR -> in("quan.tri", Role.ADMINISTRATOR);
            case OPERATOR -> in("van.hanh", Role.OPERATOR);
            case REGISTRAR -> in("danh.muc", Role.REGISTRAR);
            case AUDITOR -> in("kiem.tra", Role.AUDITOR);
            case CLERK -> in("vt.khong", Role.CLERK);
            case CLERK_OF_OTHER -> clerk("vt.khac", House.OTHER, since, Optional.empty(), ALL);
            case CLERK_OF_SUPERIOR -> clerk("vt.tren", House.SUPERIOR, since, Optional.empty(), ALL);
            case CLERK_ENDED ->
                clerk("vt.het", House.VICTIM, since, Optional.of(house.now().minusSeconds(1)), ALL);
            case CLERK_COMING -> clerk("vt.sap", House.VICTIM, house.now().plusSeconds(3_600), Optional.empty(), ALL);
            case CLERK_ONLY_SEND -> clerk("vt.gui", House.VICTIM, since, Optional.empty(), Right.SEND);
            case CLERK_ONLY_COLLECT -> clerk("vt.nhan", House.VICTIM, since, Optional.empty(), Right.COLLECT);
            case CLERK_ONLY_STATUS -> clerk("vt.bao", House.VICTIM, since, Optional.empty(), Right.STATUS);
            case OFFICER -> in("cv.khong", Role.OFFICER);
            case OFFICER_OF_OTHER -> officer("cv.khac", House.OTHER, since);
            case OFFICER_OF_VICTIM -> officer("cv.thu", House.VICTIM, since);
            case DISABLED -> in("bi.khoa", Role.OPERATOR);
            case DEMOTED -> in("bi.chuyen", Role.OPERATOR);
            case FORGED -> in("bi.lua", Role.ADMINISTRATOR);
        };
    }

    private PlainBrowser clerk(String username, String code, Instant from, Optional<Instant> to, Right... rights) {
        PlainBrowser browser = in(username, Role.CLERK);
        grant(username, code, from, to, rights);
        return browser;
    }

    private PlainBrowser officer(String username, String code, Instant since) {
        PlainBrowser browser = in(username, Role.OFFICER);
        grant(username, code, since, Optional.empty(), Right.COLLECT);
        return browser;
    }

    private void grant(String username, String code, Instant from, Optional<Instant> to, Right... rights) {
        Arrays.stream(rights).forEach(right -> house.part(AccountMandates.class)
                .grant(username, new Mandate(house.agency(code), right, from, to)));
    }

    private void save(String username, Role role, boolean enabled) {
        house.part(Accounts.class).save(new Account(username, "Người " + username, role, false, enabled), hash);
    }

    private PlainBrowser in(String username, Role role) {
        save(username, role, true);
        PlainBrowser browser = house.browser();
        HttpResponse<String> answer = browser.login(username, PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("login: " + answer.statusCode() + "\n" + answer.body());
        }
        // A page with a form: what fails later does not fail for want of its token.
        browser.get(role == Role.CLERK || role == Role.OFFICER ? "/in-tray" : "/");
        return browser;
    }

    /** Every address that the pattern stands for, with ids of the victim's. */
    List<String> addresses(String pattern, String with) {
        List<String> all = List.of(pattern.replace("**", with));
        boolean first = true;
        for (Matcher variable = VARIABLE.matcher(pattern); variable.find(); first = false) {
            List<String> values = first && !isChoice(variable)
                    ? targets.ids(pattern.substring(0, variable.start()))
                    : isChoice(variable) ? List.of(variable.group(2).split("\\|")) : List.of("0");
            List<String> longer = new ArrayList<>();
            for (String path : all) {
                values.forEach(value -> longer.add(path.replace(variable.group(), value)));
            }
            all = longer;
        }
        return all;
    }

    private static boolean isChoice(Matcher variable) {
        return variable.group(2) != null && variable.group(2).contains("|");
    }

    HttpResponse<String> ask(Person person, Operation operation, String address) {
        PlainBrowser browser = browserOf(person);
        if (person != Person.FORGED) {
            return ask(browser, operation, address);
        }
        PlainBrowser misled = address.matches("/(in|out)-tray.*") ? clerk : browser;
        return operation.writes()
                ? misled.postWithToken(address(address), form(), "no token")
                : misled.get(address, "Accept", "*/*");
    }

    private HttpResponse<String> ask(PlainBrowser browser, Operation operation, String address) {
        if (!operation.writes()) {
            return browser.get(address, "Accept", "*/*");
        }
        HttpResponse<String> answer = browser.post(address(address), form());
        if (address.startsWith("/me/")) {
            // It may have begun another session, whose forms have another token.
            browser.get("/me");
        }
        return answer;
    }

    PlainBrowser browserOf(Person person) {
        return Objects.requireNonNull(browsers.get(person));
    }

    /** The victim's own clerk. */
    PlainBrowser clerk() {
        return clerk;
    }

    /** Who may do it for the victim. */
    HttpResponse<String> rightful(Operation operation, String address) {
        PlainBrowser browser = address.matches("/(in|out)-tray.*") ? clerk : browserOf(Person.ADMINISTRATOR);
        return operation.writes() ? browser.post(address(address), form()) : browser.get(address);
    }

    private String address(String path) {
        return path + "?name=a.pdf&revision=0&agency=" + house.agency(House.VICTIM);
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of(
                "words",
                "thử",
                "reason",
                "thử",
                "said",
                "1",
                "decision",
                "thử",
                "username",
                "ai",
                "password",
                "sai",
                "role",
                "CLERK"));
    }
}
