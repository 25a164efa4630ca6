package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.routes.link.AxisClient;

/** Plays the lines of one scenario. Names of papers are the scenario's own; what they stand for is fresh each time. */
final class Play {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;
    private final Desk desk;
    private final Map<String, Papers.Paper> papers = new HashMap<>();
    private final Map<String, List<String>> recipients = new HashMap<>();
    private final Map<String, String> docIds = new HashMap<>();
    private Optional<AxisClient.Answer> last = Optional.empty();
    private List<String> only = List.of();
    private int pushedBefore;

    Play(World world) {
        this.world = world;
        this.desk = new Desk(world);
        this.pushedBefore = world.pushed().size();
    }

    /** A test for each scenario file of a kind, in their order. */
    static Stream<DynamicTest> files(String kind, World world) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(Play.class.getResource("/scenarios/" + kind));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.getFileName().toString(), () -> new Play(world).play(file)));
        }
    }

    /** The lines, and what is then on record: whichever door it came through, the same. */
    private void play(Path file) throws Exception {
        lines(file);
        if (file.getParent().endsWith("everyday")) {
            new OnRecord(desk, world.doorway()).check(file, docIds);
        }
    }

    private void lines(Path file) throws Exception {
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                line(line);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(file.getFileName() + ":" + number + ": " + line + "\n" + e.getMessage(), e);
            }
        }
    }

    private void line(String line) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
        String verb = words.removeFirst();
        switch (verb) {
            case "send" -> {
                write(words);
                handIn(words.getFirst());
            }
            case "write" -> write(words);
            case "again", "hand-in" -> handIn(words.getFirst());
            case "forged" -> forged(words.getFirst());
            case "expect" -> expect(words);
            case "list" -> list(words);
            case "soon" -> soon(words);
            case "fetch" -> fetch(words.get(0), words.get(1));
            case "report" -> report(words.get(0), words.get(1), words.get(2));
            case "status" -> status(words);
            case "statuses" -> statuses(words.get(0), words.get(1));
            case "halt" -> Files.writeString(world.gateway().data().resolve("halt-after"), words.getFirst());
            case "restart", "cut" -> world.gateway().restart().awaitReady();
            case "receiver" ->
                world.behave(World.PushBehaviour.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
            case "pushed" -> pushed(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
            case "reorganise" ->
                desk.reorganise(words.get(0), List.of(words.get(2).split(",")));
            case "state" -> assertThat(dossier(words.get(0)).state().name()).isEqualToIgnoringCase(words.get(1));
            case "release", "refuse" ->
                desk.decide("/dossiers/" + dossier(words.getFirst()).id() + "/" + verb, Map.of());
            case "assign" -> desk.assign(dossier(words.get(0)).id(), words.get(1), words.get(3));
            case "dossiers" -> dossiers(words.get(0), Integer.parseInt(words.get(1)));
            default -> throw new IllegalArgumentException("verb: " + verb + " (expected: one that Play knows)");
        }
    }

    /**
     * {@code send NAME from CODE to CODE,CODE [pdf KIND] [marked WORD] [trace none] [revoke|update|replace NAME [striking CODE,CODE]] [only
     * CODE,CODE]}; {@code only} narrows the packet's recipients for one hand-in.
     */
    private void write(List<String> words) throws Exception {
        String name = words.get(0);
        String from = words.get(2);
        List<String> to = List.of(words.get(4).split(","));
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 5; i + 1 < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        if (!papers.containsKey(name)) {
            Papers.Kind kind = new Papers.Kind(
                    options.getOrDefault("pdf", "good"),
                    business(options, from, to),
                    options.getOrDefault("marked", ""));
            Papers.Paper paper = world.papers().letter(name, from, to, kind);
            papers.put(name, options.getOrDefault("trace", "").equals("none") ? paper.untraced() : paper);
        }
        recipients.put(name, to);
        only = codes(options, "only");
    }

    private Business business(Map<String, String> options, String from, List<String> to) throws IOException {
        for (BusinessAction action : BusinessAction.values()) {
            String value = options.get(action.name().toLowerCase(Locale.ROOT));
            if (value != null) {
                Papers.Paper target = papers.containsKey(value) ? papers.get(value) : promise(value, from, to);
                return Papers.acting(action, target, codes(options, "striking"));
            }
        }
        return Business.ABSENT;
    }

    private static List<String> codes(Map<String, String> options, String name) {
        return options.containsKey(name) ? List.of(options.get(name).split(",")) : List.of();
    }

    /** A paper that is spoken of before it is sent. */
    private Papers.Paper promise(String name, String from, List<String> to) throws IOException {
        Papers.Paper paper = world.papers().letter(name, from, to, Papers.Kind.PLAIN);
        papers.put(name, paper);
        return paper;
    }

    private void handIn(String name) throws InterruptedException {
        Papers.Paper paper = papers.get(name);
        List<String> narrowed = only;
        only = List.of();
        last = attempt(() ->
                world.client(paper.sender()).send(paper.sender(), "edoc", narrowed, AxisClient.File.of(paper.bytes())));
        last.filter(AxisClient.Answer::isOk)
                .ifPresent(answer -> docIds.merge(name, answer.text("DocId"), (old, now) -> {
                    assertThat(now).as("the same answer for " + name).isEqualTo(old);
                    return old;
                }));
    }

    private void forged(String name) throws InterruptedException {
        Papers.Paper paper = papers.get(name);
        last = attempt(() -> world.client(paper.sender(), "another secret")
                .send(paper.sender(), "edoc", List.of(), AxisClient.File.of(paper.bytes())));
    }

    private interface Call {
        AxisClient.Answer make() throws IOException, InterruptedException;
    }

    private static Optional<AxisClient.Answer> attempt(Call call) throws InterruptedException {
        try {
            return Optional.of(call.make());
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private void expect(List<String> words) {
        switch (words.get(0)) {
            case "accepted" -> assertThat(last.orElseThrow()).as("answer").matches(AxisClient.Answer::isOk);
            case "refused" -> {
                assertThat(last.orElseThrow().isOk()).as("answer").isFalse();
                assertThat(last.get().errorDescription()).contains(words.get(1));
            }
            case "stranger" -> {
                assertThat(last.orElseThrow().isOk()).as("answer").isFalse();
                assertThat(last.get().errorDescription()).contains(stranger());
            }
            case "silence" -> assertThat(last).as("answer").isEmpty();
            default ->
                throw new IllegalArgumentException(
                        "expect: " + words + " (expected: accepted, refused CODE, stranger, silence)");
        }
    }

    /** What a door says to who is not let in. */
    private String stranger() {
        return switch (world.doorway()) {
            case AXIS -> "MAC_WRONG";
            case REST, SOAP -> "invalid_client";
            case PROVINCIAL -> "CREDENTIALS_WRONG";
            case FILE -> throw new IllegalStateException("stranger: at a folder nobody is one");
        };
    }

    private List<Map<String, String>> waiting(String code) throws IOException, InterruptedException {
        return world.client(code).received("edoc");
    }

    /** Exactly these papers wait for the agency, in this order; {@code nothing} for none. */
    private void list(List<String> words) throws Exception {
        String code = words.removeFirst();
        List<String> expected = words.equals(List.of("nothing")) ? List.of() : words;
        List<String> names = new ArrayList<>();
        for (Map<String, String> item : waiting(code)) {
            names.add(nameOf(code, item.get("docId")));
        }
        assertThat(names).as("list of " + code).isEqualTo(expected);
    }

    /** What was listed may go to a successor before it is opened: its door then knows it no more, and is asked again. */
    private void soon(List<String> words) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> list(new ArrayList<>(words)));
    }

    private String nameOf(String code, String docId) throws IOException, InterruptedException {
        String xml = new String(
                Base64.getDecoder().decode(world.client(code).get(docId).text("data")), StandardCharsets.UTF_8);
        return papers.entrySet().stream()
                .filter(paper -> xml.contains("Trích yếu " + paper.getKey() + "<"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }

    private String docId(String code, String name) throws IOException, InterruptedException {
        for (Map<String, String> item : waiting(code)) {
            if (nameOf(code, item.get("docId")).equals(name)) {
                return item.get("docId");
            }
        }
        throw new AssertionError(name + " does not wait for " + code);
    }

    /** What is fetched, by either operation, is byte for byte what was sent, but for the gateway's own hop. */
    private void fetch(String code, String name) throws IOException, InterruptedException {
        String docId = docId(code, name);
        AxisClient.Answer answer = world.client(code).get(docId);
        byte[] got = Base64.getDecoder().decode(answer.text("data"));
        assertThat(Hops.without(got, answer.hop())).isEqualTo(papers.get(name).bytes());
        AxisClient.Download download = world.client(code).download(docId);
        try (InputStream in = download.content()) {
            assertThat(in.readAllBytes()).isEqualTo(got).hasSize((int) download.length());
        }
        assertThat(download.hop()).isEqualTo(answer.hop());
    }

    private void report(String code, String name, String status) throws IOException, InterruptedException {
        AxisClient.Answer answer = world.client(code).report(docId(code, name), status);
        assertThat(answer.isOk()).as(answer.errorDescription()).isTrue();
    }

    /** {@code status CODE NN about NAME [to CODE]}: the other side is the sender unless it is named. */
    private void status(List<String> words) throws Exception {
        String from = words.get(0);
        Papers.Paper about = papers.get(words.get(3));
        String addressee = words.size() > 5 ? words.get(5) : about.sender();
        byte[] bytes = world.papers().status(from, new StatusCode(words.get(1)), about, addressee);
        last = attempt(() -> world.client(from).send(from, "status", List.of(), AxisClient.File.of(bytes)));
    }

    /** Exactly these statuses wait for the agency, as {@code 01,03} or {@code nothing}; they are taken. */
    private void statuses(String code, String expected) throws Exception {
        List<String> codes = new ArrayList<>();
        for (Map<String, String> item : world.client(code).received("status")) {
            String xml = new String(
                    Base64.getDecoder()
                            .decode(world.client(code).get(item.get("docId")).text("data")),
                    StandardCharsets.UTF_8);
            int at = xml.indexOf("StatusCode>") + "StatusCode>".length();
            codes.add(xml.substring(at, at + 2));
            world.client(code).report(item.get("docId"), "done");
        }
        assertThat(codes.isEmpty() ? "nothing" : String.join(",", codes)).isEqualTo(expected);
    }

    /** So many hand-overs in this scenario, of so many different deliveries. */
    private void pushed(int times, int deliveries) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> all = world.pushed();
            List<String> mine = all.subList(pushedBefore, all.size());
            assertThat(mine).hasSize(times);
            assertThat(mine.stream().distinct()).hasSize(deliveries);
        });
    }

    /** The one dossier of the paper that was answered, in whatever state. */
    private Dossier dossier(String name) {
        return desk.look(transaction -> transaction.dossiers().findSent(docIds.get(name)))
                .orElseThrow();
    }

    /** So many dossiers stand for the paper, and each one's chain is whole. */
    private void dossiers(String name, int expected) {
        Papers.Paper paper = papers.get(name);
        AgencyId sender = desk.agency(paper.sender());
        desk.look(transaction -> {
            List<Dossier> found = transaction.dossiers().find(Set.of(sender), paper.id());
            assertThat(found).as("dossiers of " + name).hasSize(expected);
            for (Dossier dossier : found) {
                assertThat(EntryChain.check(transaction.entries().of(dossier.id())))
                        .isEmpty();
                assertThat(transaction.deliveries().of(dossier.id()).stream()
                                .filter(delivery -> delivery.kind() == MessageKind.EDOC))
                        .as("deliveries of " + name)
                        .hasSize(recipients.get(name).size());
            }
            return found.size();
        });
    }
}
