package vn.lienthong.routes.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.door.console.PlainBrowser;
import vn.lienthong.routes.strangers.ScanReport.Risk;

/**
 * What ZAP's baseline looks at, and the probes of its active scan that fit such a program, over every page and operation of a running
 * gateway behind TLS: nothing is found above low. What was looked at how often stands in {@code target/scan.txt}.
 */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanTest {

    private static final int APART = 4;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\\d+");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\b[^>]*\\bname=\"([^\"]+)\"");
    private static final Pattern POST_FORM =
            Pattern.compile("(?is)<form\\b(?=[^>]*method=\"post\")[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>");
    private static final List<Person> READERS =
            List.of(Person.NOBODY, Person.ADMINISTRATOR, Person.OPERATOR, Person.REGISTRAR, Person.AUDITOR);
    private static final ScanReport REPORT = new ScanReport();
    private static final PassiveRules PASSIVE = new PassiveRules(REPORT);
    private static final ActiveRules ACTIVE = new ActiveRules(REPORT, PASSIVE);

    @TempDir
    private static Path folder;

    private static House house;
    private static Visitors visitors;
    private static Targets targets;
    private static People people;
    private static Ask asking;
    private static Set<Operation> operations = Set.of();

    /** A page of each kind, by its address with ids. */
    private static final Map<String, Page> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        house = new House(
                folder, Map.of("console.read-timeout", "2s", "services.read-timeout", "2s", "axis.read-timeout", "2s"));
        visitors = new Visitors(house);
        targets = new Targets(house, visitors);
        people = new People(house, targets);
        asking = new Ask(house, targets);
        operations = new Enumerate(house).all();
    }

    @AfterAll
    static void stop() throws IOException {
        REPORT.write(Path.of("target", "scan.txt"));
        if (house != null) {
            house.close();
        }
    }

    private static void nothingAboveLow() {
        assertThat(REPORT.above(Risk.LOW)).isEmpty();
    }

    @Test
    @Order(1)
    void everyPageThatAnybodySees() {
        for (Person person : READERS) {
            crawl(person.column(), people.browserOf(person));
        }
        crawl("clerk of the ward", people.clerk());
        assertThat(PAGES).as("kinds of pages").hasSizeGreaterThan(25);
        nothingAboveLow();
    }

    private static void crawl(String who, PlainBrowser browser) {
        for (String start : List.of("/", "/login", "/dossiers/" + targets.received, "/nicht/da")) {
            new Crawl(browser).from(start).forEach((address, page) -> {
                boolean isFile = address.matches("/(console|webjars)/.*");
                boolean isOpen = isFile || address.startsWith("/login") || page.statusCode() >= 300;
                PASSIVE.look(address + " as " + who, page, isOpen);
                if (!isFile && page.statusCode() == 200) {
                    PAGES.putIfAbsent(shape(address), new Page(browser, address));
                }
            });
        }
    }

    /** A page, and the browser of who saw it. */
    private record Page(PlainBrowser browser, String address) {}

    private static String shape(String address) {
        return ID.matcher(address.replaceFirst("\\?.*", "")).replaceAll("{id}");
    }

    @Test
    @Order(2)
    void everyOperationOfTheDoors() {
        AccessTable table = AccessTableTest.table("systems.table");
        for (AccessTable.Row row : table.rows()) {
            for (Shown who : List.of(visitors.victim(), visitors.shown(Stranger.NOTHING_SHOWN))) {
                String id = AccessTableTest.ids(targets, row.operation()).getFirst();
                boolean isOpen = row.expected().get(Stranger.NOT_LET_IN) == Outcome.ANSWERED;
                HttpRequest request = asking.make(row.operation(), row.with().getFirst(), id, who);
                PASSIVE.look(row.operation().toString(), house.send(who.http(), request), isOpen);
            }
        }
        nothingAboveLow();
    }

    @Test
    @Order(3)
    void textsInTheAddressesOfPages() {
        PAGES.values().forEach(page -> {
            PlainBrowser browser = page.browser();
            String path = page.address().replaceFirst("\\?.*", "");
            Set<String> names = fields(browser.get(path).body());
            List<String> each = List.copyOf(names);
            for (int i = 0; i < ActiveRules.PROBES.size(); i++) {
                String probe = ActiveRules.PROBES.get(i);
                String value = ActiveRules.encoded(probe);
                StringBuilder all = new StringBuilder(path + "?continue=" + value + "&next=" + value + "&url=" + value);
                names.forEach(name -> all.append('&').append(name).append('=').append(value));
                ACTIVE.probe(path, probe, () -> browser.get(all.toString()));
                // All together with every probe; alone, where nothing before it is refused, with each fourth: minutes,
                // not a quarter hour.
                for (int j = i % APART; j < each.size(); j += APART) {
                    String name = each.get(j);
                    ACTIVE.probe(path + "?" + name, probe, () -> browser.get(path + "?" + name + "=" + value));
                }
            }
        });
        nothingAboveLow();
    }

    private static Set<String> fields(String body) {
        Set<String> names = new LinkedHashSet<>();
        for (Matcher field = FIELD.matcher(body); field.find(); ) {
            names.add(field.group(1));
        }
        names.removeAll(Set.of("_csrf", "username", "password"));
        return names;
    }

    /** What is typed into a form and kept is shown as text ever after. */
    @Test
    @Order(8)
    void textsInEveryFormAndThenOnThePages() {
        for (Page page : List.copyOf(PAGES.values())) {
            PlainBrowser browser = page.browser();
            for (String probe :
                    List.of(ActiveRules.PROBES.get(0), ActiveRules.PROBES.get(2), ActiveRules.PROBES.get(4), "\0")) {
                for (Matcher form =
                                POST_FORM.matcher(browser.get(page.address()).body());
                        form.find(); ) {
                    String action = form.group(1).replace("&amp;", "&");
                    if (!action.equals("/logout") && !action.equals("/login")) {
                        Map<String, String> values = new HashMap<>();
                        fields(form.group(2)).forEach(name -> values.put(name, probe));
                        ACTIVE.probe("POST " + action, probe, () -> browser.post(action, values));
                        REPORT.expect(
                                browser.postWithToken(action, values, "x").statusCode() == 403,
                                Risk.MEDIUM,
                                "20012 POST without the page's token is taken",
                                action,
                                "");
                    }
                }
            }
        }
        new Crawl(people.clerk()).from("/in-tray").forEach((address, page) -> scripts(address, page));
        new Crawl(people.browserOf(Person.ADMINISTRATOR)).from("/").forEach((address, page) -> scripts(address, page));
        nothingAboveLow();
    }

    private static void scripts(String address, HttpResponse<String> page) {
        REPORT.expect(
                !page.body().contains("<script>xss7"),
                Risk.HIGH,
                "40014 cross site scripting (persistent)",
                address,
                "");
    }

    @Test
    @Order(4)
    void textsInTheCallsOfSystems() {
        new ProbeDoors(house, asking, visitors.victim(), ACTIVE).all(operations);
        nothingAboveLow();
    }

    @Test
    @Order(5)
    void textsAtTheLogin() {
        PlainBrowser browser = people.browserOf(Person.NOBODY);
        for (String probe : ActiveRules.PROBES) {
            browser.get("/login");
            ACTIVE.probe(
                    "POST /login", probe, () -> browser.post("/login", Map.of("username", probe, "password", probe)));
        }
        nothingAboveLow();
    }

    @Test
    @Order(5)
    void entitiesOfOtherFiles() {
        Shown who = visitors.victim();
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        byte[] packet = (entity
                        + new String(Papers.letter(House.VICTIM, House.PARTNER), StandardCharsets.UTF_8)
                                .replaceFirst("<\\?xml[^>]*\\?>", "")
                                .replace("Về việc thử", "&x;"))
                .getBytes(StandardCharsets.UTF_8);
        for (Operation.Door door :
                List.of(Operation.Door.AXIS, Operation.Door.REST, Operation.Door.SOAP, Operation.Door.PROVINCIAL)) {
            ACTIVE.probe(
                    "XXE in a packet at " + door,
                    entity,
                    () -> house.send(who.http(), asking.hand(door, false, packet, who)));
        }
        ACTIVE.probe(
                "XXE in an envelope",
                entity,
                () -> house.send(
                        who.http(),
                        HttpRequest.newBuilder(house.services("/services/documents"))
                                .header("Authorization", "Bearer " + who.token().orElseThrow())
                                .header("Content-Type", "text/xml")
                                .POST(HttpRequest.BodyPublishers.ofString(entity
                                        + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>&x;</s:Body>"
                                        + "</s:Envelope>"))
                                .build()));
        nothingAboveLow();
    }

    @Test
    @Order(6)
    void methodsOriginsAndHosts() throws IOException {
        new WireRules(REPORT, house).methodsOriginsAndHosts();
        nothingAboveLow();
    }

    @Test
    @Order(7)
    void pathsFramesAndBounds() throws IOException {
        new WireRules(REPORT, house).pathsFramesAndBounds();
        nothingAboveLow();
    }

    @Test
    @Order(9)
    void everyRuleHadSomethingToLookAt() {
        assertThat(REPORT.rules())
                .allSatisfy(rule -> assertThat(REPORT.times(rule)).isPositive());
        assertThat(REPORT.times("10202 absence of anti-CSRF tokens")).isGreaterThan(10);
        assertThat(REPORT.times("10011 cookie without Secure")).isPositive();
        assertThat(REPORT.times("40012 cross site scripting (reflected)")).isGreaterThan(500);
        assertThat(REPORT.all()).as("not even low").isEmpty();
    }
}
