package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** Every path of the trays as every kind of stranger: nobody reads, answers or sends for an agency without a mandate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrayAccessTest {

    private static final String SUBJECT = "rà soát thủ tục hành chính";

    /** Who comes to somebody else's trays. */
    enum Stranger {
        NOBODY,
        OPERATOR,
        REGISTRAR,
        AUDITOR,
        ADMINISTRATOR,
        CLERK_WITHOUT_MANDATE,
        CLERK_OF_ANOTHER_AGENCY,
        CLERK_OF_THE_SUPERIOR,
        CLERK_WHOSE_MANDATE_ENDED,
        CLERK_WHOSE_MANDATE_IS_TO_COME
    }

    private final Map<Stranger, PlainBrowser> browsers = new EnumMap<>(Stranger.class);
    private TrayFixture fixture;
    private Dossier letter;
    private Delivery copy;
    private Draft draft;
    private Dossier sent;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new TrayFixture(folder.resolve("data"));
        letter = fixture.letter("501");
        copy = fixture.copy(letter);
        sent = sentByTheWard();
        // After what was sent: a clerk who begins goes on with an empty draft of his own.
        draft = Draft.begun(new DraftId(new UUID(5, 5)), fixture.agency(TrayFixture.WARD), "USER:clerk", fixture.now());
        fixture.console.part(Drafts.class).add(draft);
        Instant now = fixture.now();
        for (Stranger stranger : Stranger.values()) {
            PlainBrowser browser = browser(stranger, now);
            // A page with a form: what fails below does not fail for want of its token.
            browser.get(stranger.name().startsWith("CLERK") ? "/in-tray" : "/");
            browsers.put(stranger, browser);
        }
    }

    private Dossier sentByTheWard() {
        PlainBrowser clerk = fixture.browser(TrayFixture.CLERK);
        return new SendByHand(fixture, clerk).send("77", TrayFixture.SENDER);
    }

    private PlainBrowser browser(Stranger stranger, Instant now) {
        return switch (stranger) {
            case NOBODY -> {
                PlainBrowser nobody = new PlainBrowser(fixture.console.address());
                nobody.get("/login");
                yield nobody;
            }
            case OPERATOR, REGISTRAR, AUDITOR, ADMINISTRATOR ->
                fixture.browser(stranger.name().toLowerCase(Locale.ROOT));
            case CLERK_WITHOUT_MANDATE -> clerk("vt.khong", List.of());
            case CLERK_OF_ANOTHER_AGENCY -> clerk("vt.khac", mandates("H26", now.minusSeconds(60), Optional.empty()));
            case CLERK_OF_THE_SUPERIOR -> clerk("vt.tren", mandates("H57", now.minusSeconds(60), Optional.empty()));
            case CLERK_WHOSE_MANDATE_ENDED ->
                clerk("vt.het", mandates(TrayFixture.WARD, now.minusSeconds(600), Optional.of(now.minusSeconds(1))));
            case CLERK_WHOSE_MANDATE_IS_TO_COME ->
                clerk("vt.sap", mandates(TrayFixture.WARD, now.plusSeconds(3_600), Optional.empty()));
        };
    }

    private List<Mandate> mandates(String code, Instant from, Optional<Instant> to) {
        return Stream.of(Right.COLLECT, Right.SEND, Right.STATUS, Right.SEAL)
                .map(right -> new Mandate(fixture.agency(code), right, from, to))
                .toList();
    }

    private PlainBrowser clerk(String username, List<Mandate> mandates) {
        fixture.clerk(username);
        mandates.forEach(mandate -> fixture.mandate(username, mandate));
        return fixture.browser(username);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    Stream<Arguments> everyPathAsEveryStranger() {
        List<Arguments> all = new ArrayList<>();
        for (Stranger stranger : Stranger.values()) {
            reading().forEach(path -> all.add(Arguments.of(stranger, "GET", path)));
            writing().forEach(path -> all.add(Arguments.of(stranger, "POST", path)));
        }
        return all.stream();
    }

    private Stream<String> reading() {
        String in = "/in-tray/" + copy.id();
        String mine = "/out-tray/drafts/" + draft.id();
        String out = "/out-tray/" + sent.id();
        return Stream.of(
                in,
                in + "/files/0",
                in + "/packet",
                in + "/stamp",
                in + "/number",
                in + "/stamped/0",
                in + "/accept",
                in + "/refuse",
                in + "/assign",
                in + "/process",
                in + "/finish",
                in + "/agree",
                in + "/disagree",
                mine,
                mine + "/check",
                mine + "/files/0",
                mine + "/files/0/seal",
                out,
                out + "/files/0",
                out + "/recall");
    }

    private Stream<String> writing() {
        String in = "/in-tray/" + copy.id();
        String mine = "/out-tray/drafts/" + draft.id();
        String out = "/out-tray/" + sent.id();
        return Stream.of(
                in + "/accept",
                in + "/refuse",
                in + "/assign",
                in + "/process",
                in + "/finish",
                in + "/agree",
                in + "/disagree",
                in + "/stamp",
                mine + "/files/0/seal",
                "/out-tray/drafts?agency=" + fixture.agency(TrayFixture.WARD),
                mine + "?revision=0",
                mine + "/files?name=a.pdf",
                mine + "/send",
                mine + "/discard",
                mine + "/typed?revision=0",
                mine + "/instead/" + sent.id(),
                in + "/number",
                in + "/number/void",
                out + "/recall",
                out + "/update",
                out + "/replace");
    }

    @ParameterizedTest
    @MethodSource("everyPathAsEveryStranger")
    void nonePasses(Stranger stranger, String method, String path) {
        PlainBrowser browser = browsers.get(stranger);
        HttpResponse<String> answer = method.equals("GET")
                ? browser.get(path)
                : browser.post(path, Map.of("words", "thử", "reason", "thử", "said", "1"));
        switch (stranger) {
            case NOBODY -> {
                // What is pressed is not sent away to log in: the page says that nothing was done.
                assertThat(answer.statusCode()).isEqualTo(method.equals("GET") ? 302 : 403);
                assertThat(answer.headers().firstValue("Location").orElse("/login"))
                        .endsWith("/login");
            }
            case OPERATOR, REGISTRAR, AUDITOR, ADMINISTRATOR ->
                assertThat(answer.statusCode()).isEqualTo(403);
            case CLERK_WITHOUT_MANDATE,
                    CLERK_OF_ANOTHER_AGENCY,
                    CLERK_OF_THE_SUPERIOR,
                    CLERK_WHOSE_MANDATE_ENDED,
                    CLERK_WHOSE_MANDATE_IS_TO_COME ->
                assertThat(answer.statusCode()).isEqualTo(404);
        }
        assertThat(answer.body()).doesNotContain(SUBJECT).doesNotContain("at vn.lienthong");
        assertThat(fixture.copy(letter).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(fixture.statuses(letter)).isEmpty();
        assertThat(fixture.console.part(Drafts.class).find(draft.id())).contains(draft);
        assertThat(fixture.sentBy(TrayFixture.WARD)).hasSize(1);
    }

    @Test
    void listsShowOthersNothing() {
        for (Stranger stranger : Stranger.values()) {
            for (String path : List.of("/in-tray", "/in-tray?tab=all", "/out-tray")) {
                assertThat(browsers.get(stranger).get(path).body())
                        .as(stranger + " " + path)
                        .doesNotContain(SUBJECT)
                        .doesNotContain("77/UBND-VP");
            }
        }
        assertThat(browsers.get(Stranger.CLERK_WITHOUT_MANDATE).get("/in-tray").body())
                .contains("chưa được giao nhận văn bản");
    }

    @Test
    void operatorsPagesAreClosedToAClerkAndTheWayOutLeadsToTheTray() {
        PlainBrowser clerk = fixture.browser(TrayFixture.CLERK);
        for (String path : List.of(
                "/overview",
                "/dossiers",
                "/dossiers/" + letter.id(),
                "/dossiers/" + letter.id() + "/packet",
                "/dossiers/" + letter.id() + "/release",
                "/deliveries/" + copy.id() + "/close",
                "/alerts",
                "/refusals",
                "/statuses/unmatched",
                "/requests",
                "/agencies")) {
            HttpResponse<String> answer = clerk.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("href=\"/\"").doesNotContain("href=\"/dossiers\"");
        }
        assertThat(clerk.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/in-tray");
    }

    @Test
    void whoMayOnlyReadDoesNotAnswerAndWhoMayOnlySendDoesNotRead() {
        fixture.clerk("vt.doc");
        fixture.mandate("vt.doc", "H57", Right.COLLECT);
        fixture.clerk("vt.gui");
        fixture.mandate("vt.gui", TrayFixture.WARD, Right.SEND);
        PlainBrowser sender = fixture.browser("vt.gui");
        assertThat(sender.get("/in-tray/" + copy.id()).statusCode()).isEqualTo(404);
        assertThat(sender.get("/out-tray/" + sent.id()).statusCode()).isEqualTo(200);
        PlainBrowser reader = fixture.browser("vt.doc");
        assertThat(reader.get("/out-tray/drafts/" + draft.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void anUploadWithoutThePagesTokenIsRefused() {
        PlainBrowser clerk = fixture.browser(TrayFixture.CLERK);
        HttpResponse<String> forged = clerk.postWithToken(
                "/out-tray/drafts/" + draft.id() + "/files?name=a.pdf", Map.of("a", "b"), "no token");
        assertThat(forged.statusCode()).isEqualTo(403);
    }
}
