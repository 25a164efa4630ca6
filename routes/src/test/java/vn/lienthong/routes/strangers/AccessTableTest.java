package vn.lienthong.routes.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.webhook.SendWebhooks;

/**
 * Every operation that a running gateway has, tried by every kind of stranger with a real target of the victim: what each hears is in
 * {@code systems.table} and {@code people.table}. An operation without a line there fails, and the failure has the line. Nothing of the
 * victim's changes, and no answer tells that the target is there.
 */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessTableTest {

    private static final AccessTable SYSTEMS = table("systems.table");
    private static final AccessTable PEOPLE = table("people.table");

    @TempDir
    private static Path folder;

    private static House house;
    private static Visitors visitors;
    private static Targets targets;
    private static Ask asking;
    private static People people;
    private static List<String> before = List.of();

    static AccessTable table(String name) {
        try {
            return AccessTable.read(
                    Path.of(Objects.requireNonNull(AccessTableTest.class.getResource("/strangers/" + name))
                            .toURI()));
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        house = new House(folder, Map.of());
        visitors = new Visitors(house);
        targets = new Targets(house, visitors);
        asking = new Ask(house, targets);
        people = new People(house, targets);
        before = targets.onRecord();
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    @Order(1)
    void everyOperationThatIsServedHasALine() throws Exception {
        Set<Operation> served = new Enumerate(house).all();
        Set<Operation> known = new TreeSet<>(SYSTEMS.operations());
        known.addAll(PEOPLE.operations());
        String lines = served.stream()
                .filter(operation -> !known.contains(operation))
                .map(new NewLine(house, targets, visitors, people, asking)::of)
                .collect(Collectors.joining("\n"));
        assertThat(lines)
                .as("operations without a line; what was heard stands below, look at each before adding it")
                .isEmpty();
        assertThat(served).as("lines of operations that are gone").containsAll(known);
    }

    @Test
    @Order(2)
    void theDescriptionForIntegratorsNamesWhatIsThere() throws Exception {
        Enumerate enumerate = new Enumerate(house);
        assertThat(enumerate.openApi())
                .isEqualTo(enumerate.all().stream()
                        .filter(operation -> operation.door() == Operation.Door.REST)
                        .filter(operation -> !operation.path().endsWith("/docs/**"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(enumerate.servlets())
                .as("servlets whose operations are enumerated")
                .containsExactly("/", "/services/*");
    }

    private static HttpResponse<String> say(Operation operation, String with, String id, Shown who) {
        return house.send(who.http(), asking.make(operation, with, id, who));
    }

    private static List<String> ids(Operation operation) {
        return ids(targets, operation);
    }

    static List<String> ids(Targets targets, Operation operation) {
        return Ask.variableBefore(operation.path()).map(targets::ids).orElseGet(targets::transportIds);
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> systems() {
        return SYSTEMS.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.operation() + " " + row.with(), () -> trySystems(row)));
    }

    private static void trySystems(AccessTable.Row row) {
        Map<String, String> wrong = new TreeMap<>();
        row.expected()
                .forEach((column, expected) -> tried(row, column, expected).forEach(stranger -> {
                    for (String with : row.with()) {
                        for (String id : ids(row, expected)) {
                            fault(row, with, id, stranger, expected)
                                    .ifPresent(fault -> wrong.putIfAbsent(stranger + " with " + with, fault));
                        }
                    }
                }));
        assertThat(wrong).as(row.line()).isEmpty();
        assertThat(targets.onRecord()).as("the victim's record").isEqualTo(before);
    }

    /** Who is not let in is turned away before anything is looked at: one target is enough. */
    private static List<String> ids(AccessTable.Row row, Outcome expected) {
        List<String> all = ids(row.operation());
        return expected == Outcome.ENTRY ? List.of(all.getFirst()) : all;
    }

    private static Stream<Stranger> tried(AccessTable.Row row, String column, Outcome expected) {
        return Stranger.of(column).stream()
                .filter(stranger -> expected != Outcome.MAY)
                .filter(stranger -> !row.operation().givesTokens() || !stranger.hasTheSecret());
    }

    /** What is wrong with who is named is for the operator to see. */
    @TestFactory
    @Order(3)
    Stream<DynamicTest> whoIsNotLetInHearsTheSameWhateverIsWrong() {
        return SYSTEMS.rows().stream()
                .filter(row -> row.expected().get(Stranger.NOT_LET_IN) == Outcome.ENTRY)
                .map(row -> DynamicTest.dynamicTest(row.operation().toString(), () -> {
                    String id = ids(row.operation()).getFirst();
                    assertThat(Arrays.stream(Stranger.values())
                                    .filter(Stranger::isNamed)
                                    .map(stranger ->
                                            say(row.operation(), row.with().getFirst(), id, named(stranger, row)))
                                    .map(answer -> answer.statusCode() + answer.body())
                                    .distinct())
                            .as("answers to whoever is named and not let in")
                            .hasSize(1);
                }));
    }

    /** Where a token of somebody else's opens the door, who is named by id and secret has one. */
    private static Shown named(Stranger stranger, AccessTable.Row row) {
        Shown shown = visitors.shown(stranger);
        return row.operation().door() == Operation.Door.PROVINCIAL
                ? shown.token(visitors.partner().token().orElseThrow())
                : shown;
    }

    private static Optional<String> fault(
            AccessTable.Row row, String with, String id, Stranger stranger, Outcome expected) {
        HttpResponse<String> answer = say(row.operation(), with, id, visitors.shown(stranger));
        Outcome heard = Hear.of(row.operation(), answer);
        if (heard != expected) {
            return Optional.of(heard.word() + ": " + Compare.start(answer));
        }
        Optional<String> told = Compare.told(targets, answer, id);
        if (told.isPresent() || expected == Outcome.ANSWERED || expected == Outcome.ENTRY) {
            return told;
        }
        String nobodys = Ask.nobodys(id);
        HttpResponse<String> other = say(row.operation(), with, nobodys, visitors.shown(stranger));
        return Compare.sameButForTheId(answer, id, other, nobodys);
    }

    /** Whoever acts in the own name may name any document; what is not of the own lineage is not found, and nothing says so. */
    @TestFactory
    @Order(4)
    Stream<DynamicTest> nobodyReachesTheVictimsDocumentInTheOwnName() {
        return Stream.of(Operation.Door.AXIS, Operation.Door.REST, Operation.Door.SOAP, Operation.Door.PROVINCIAL)
                .flatMap(door -> Stream.of("recall", "01", "03", "13", "15")
                        .map(what -> DynamicTest.dynamicTest(door + " " + what, () -> {
                            new InTheOwnName(house, visitors, targets, asking).tryAll(door, what);
                            assertThat(targets.onRecord())
                                    .as("the victim's record")
                                    .isEqualTo(before);
                        })));
    }

    @TestFactory
    @Order(5)
    Stream<DynamicTest> people() {
        return PEOPLE.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.operation() + " " + row.with(), () -> tryPeople(row)));
    }

    private static void tryPeople(AccessTable.Row row) {
        Map<String, String> wrong = new TreeMap<>();
        row.expected().forEach((column, expected) -> {
            if (expected != Outcome.MAY) {
                for (String with : row.with()) {
                    for (String address : people.addresses(row.operation().path(), with)) {
                        fault(row, address, Person.of(column), expected)
                                .ifPresent(fault -> wrong.putIfAbsent(column + " at " + address, fault));
                    }
                }
            }
        });
        assertThat(wrong).as(row.line()).isEmpty();
        assertThat(targets.onRecord()).as("the victim's record").isEqualTo(before);
    }

    private static Optional<String> fault(AccessTable.Row row, String address, Person person, Outcome expected) {
        HttpResponse<String> answer = people.ask(person, row.operation(), address);
        Outcome heard = Hear.of(row.operation(), answer);
        if (heard != expected && !(expected == Outcome.EMPTY && heard == Outcome.ANSWERED)) {
            return Optional.of(heard.word() + ": " + Compare.start(answer));
        }
        Optional<String> told = Compare.told(targets, answer, address);
        if (expected != Outcome.UNKNOWN || told.isPresent()) {
            return told;
        }
        String elsewhere = Ask.nobodys(address);
        return Compare.sameButForTheId(answer, address, people.ask(person, row.operation(), elsewhere), elsewhere);
    }

    /** A table of refusals would prove nothing of a door that refuses everybody. */
    @TestFactory
    @Order(6)
    Stream<DynamicTest> whoeverMayIsAnswered() {
        return Stream.concat(
                SYSTEMS.rows().stream().filter(AccessTableTest::canBeAnswered).flatMap(row -> row.with().stream()
                        .map(with -> DynamicTest.dynamicTest(
                                row.operation() + " with " + with, () -> victimPasses(row, with)))),
                PEOPLE.rows().stream()
                        .filter(row -> row.expected().containsValue(Outcome.MAY))
                        .filter(row -> !row.operation().path().equals("/logout"))
                        .map(row -> DynamicTest.dynamicTest(row.operation().toString(), () -> rightfulPasses(row))));
    }

    /** No seal of the development PKI is let into a gateway that serves: who is given one is another test's, in a demonstration. */
    private static boolean canBeAnswered(AccessTable.Row row) {
        return !row.operation().path().startsWith("/api/v1/signatures");
    }

    private static void victimPasses(AccessTable.Row row, String with) {
        String id = ids(row.operation())
                .get(
                        row.operation().path().equals("getSentState")
                                        || row.operation().path().equals("getReceipt")
                                ? 2
                                : 0);
        HttpResponse<String> answer = say(row.operation(), with, id, visitors.victim());
        assertThat(Hear.of(row.operation(), answer)).as(Compare.start(answer)).isIn(Outcome.ANSWERED, Outcome.EMPTY);
    }

    private static void rightfulPasses(AccessTable.Row row) {
        String address =
                people.addresses(row.operation().path(), row.with().getFirst()).getFirst();
        HttpResponse<String> answer = people.rightful(row.operation(), address);
        assertThat(Hear.of(row.operation(), answer))
                .as(Compare.start(answer))
                .isIn(Outcome.ANSWERED, Outcome.MALFORMED);
    }

    /** A system may ask for news of whomever it likes; its mandates say what it is told. */
    @Test
    @Order(7)
    void newsOfTheVictimAreToldToWhoMayCollect() {
        targets.anotherArrives(visitors);
        house.part(SendWebhooks.class).relay();
        await().untilAsserted(() -> assertThat(targets.whoIsTold()).contains("sys-only-" + Right.COLLECT));
        assertThat(targets.whoIsTold())
                .isSubsetOf(
                        "sys-victim",
                        "sys-only-" + Right.COLLECT,
                        "sys-only-" + Right.SEND,
                        "sys-only-" + Right.STATUS);
    }
}
