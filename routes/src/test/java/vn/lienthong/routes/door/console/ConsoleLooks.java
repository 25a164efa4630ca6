package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.webhook.SendWebhooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.Webhooks;

/** Every page as it is shown, and the pages that say how the gateway is. */
abstract class ConsoleLooks {
    private static final Pattern SOURCE = Pattern.compile("(?:href|src)=\"(/(?:console|webjars)/[^\"]+)\"");

    private final ConsoleFixture fixture;

    ConsoleLooks(ConsoleFixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview",
                "/dossiers",
                "/alerts",
                "/alerts?closed=true",
                "/refusals",
                "/refusals/days",
                "/refusals/days?before=2020-01-01",
                "/statuses/unmatched",
                "/requests",
                "/requests?decided=true",
                "/neighbours",
                "/webhooks",
                "/errors",
                "/agencies?code=H39"
            })
    void everyPageIsWholeInBothLanguages(String path) {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        for (String language : List.of("vi", "en")) {
            HttpResponse<String> page = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path + " " + language).doesNotContain("??");
        }
    }

    @Test
    void aPausedWebhookIsSeenAndAnOperatorHasItSendAgain() {
        Webhooks webhooks = fixture.part(Webhooks.class);
        ReceivingSystem system = new ReceivingSystem(
                "he-thong-tin",
                "Hệ thống tin",
                CallerKind.AGENCY,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
        fixture.part(Systems.class).save(system, new byte[] {1});
        Webhook webhook = Webhook.fresh(
                        new WebhookId(new UUID(7, 7)),
                        "he-thong-tin",
                        URI.create("https://tin.example/khoa-rieng?k=1"),
                        Set.of(),
                        Set.of(),
                        Instant.now())
                .paused("bên nhận trả lời 410 <b>");
        webhooks.add(webhook, new byte[] {2}, 10);
        webhooks.change(webhook.id(), made -> webhook);
        String resume = "/webhooks/" + webhook.id() + "/resume";
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/webhooks?lang=vi").body())
                .contains("he-thong-tin", "tin.example", "bên nhận trả lời 410 &lt;b&gt;")
                .doesNotContain("khoa-rieng", resume, "??");
        assertThat(auditor.post(resume, Map.of("reason", "x")).statusCode()).isEqualTo(403);
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/webhooks?lang=vi").body()).contains(resume);
        assertThat(operator.get(resume).body()).contains("410").doesNotContain("??");
        assertThat(operator.post(resume, Map.of("reason", " ")).statusCode()).isEqualTo(200);
        assertThat(webhooks.find(webhook.id()).orElseThrow().isActive()).isFalse();
        assertThat(operator.post(resume, Map.of("reason", "đã sửa bên nhận")).statusCode())
                .isEqualTo(302);
        assertThat(webhooks.find(webhook.id()).orElseThrow().isActive()).isTrue();
        List<Alerts.Raised> closed = fixture.part(UnitOfWork.class)
                .reading(transaction -> transaction.alerts().raised(true, 10));
        assertThat(closed)
                .anyMatch(alert -> alert.alert().text().contains(webhook.id().toString())
                        && alert.closing().orElseThrow().reason().equals("đã sửa bên nhận"));
        assertThat(operator.get("/webhooks?lang=vi").body()).contains("Tốt").doesNotContain(resume, "??");
        fixture.part(SendWebhooks.class).ping(webhook.id());
        Instant since = Instant.now();
        webhooks.change(
                webhook.id(),
                now -> new Webhook(
                        now.id(),
                        now.systemId(),
                        now.address(),
                        now.types(),
                        now.agencies(),
                        Optional.empty(),
                        new Webhook.Standing(since, 3, Optional.of(since), since.plusSeconds(600), 1, 4)));
        for (String language : List.of("vi", "en")) {
            HttpResponse<String> page = operator.get("/webhooks?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("ping").doesNotContain("??");
        }
        assertThat(operator.get("/webhooks?lang=vi").body()).contains("Không giao được 3 lần liền");
        assertThat(operator.get("/webhooks/" + new UUID(9, 9) + "/resume").statusCode())
                .isEqualTo(404);
        assertThat(operator.get("/webhooks/none/resume").statusCode()).isEqualTo(404);
    }

    @Test
    void styleAndScriptAreServed() {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        Matcher sources = SOURCE.matcher(browser.get("/").body());
        int found = 0;
        while (sources.find()) {
            found++;
            HttpResponse<String> source = browser.get(sources.group(1));
            assertThat(source.statusCode()).as(sources.group(1)).isEqualTo(200);
            assertThat(source.headers().firstValue("Cache-Control").orElseThrow())
                    .as(sources.group(1))
                    .contains("max-age");
        }
        assertThat(found).as("icon, style, script").isGreaterThanOrEqualTo(3);
    }

    @Test
    void aNeighbourThatIsDownAndWhatWouldNotComeAreSeen() {
        Instant now = Instant.now();
        Instant far = now.plus(Duration.ofDays(1));
        ReceivingSystem system = new ReceivingSystem(
                "truc",
                "Trục <quốc gia>",
                CallerKind.PEER,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.of(new PushTarget(URI.create("https://truc.example/a"), PushForm.AXIS)),
                true);
        NeighbourRounds rounds = fixture.part(NeighbourRounds.class);
        // Not asked by the gateway itself while the page is looked at.
        fixture.part(Systems.class).save(system.withEnabled(false), new byte[] {1});
        fixture.part(Neighbours.class)
                .save(new Neighbour("truc", system.pushTo().orElseThrow().address(), "cong"), new byte[] {2});
        rounds.reached("truc", new NeighbourRounds.Waiting(7, 2), 41, now, far);
        rounds.failed("truc", "HTTP 502 <b>", now, far);
        rounds.stumbled("truc", new NeighbourRounds.Item(MessageKind.EDOC, "d-17"), "packet: hỏng", now, far);
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(browser.get("/neighbours?lang=vi").body()).contains("Đã tắt");
        fixture.part(Systems.class).save(system, new byte[] {1});
        assertThat(browser.get("/neighbours?lang=vi").body())
                .contains("Trục &lt;quốc gia&gt;", "truc.example", "7 văn bản, 2 trạng thái; đã lấy về 41")
                .contains("Không liên lạc được 1 lần liền:", "HTTP 502 &lt;b&gt;", "d-17", "packet: hỏng")
                .doesNotContain("??");
    }

    @Test
    void overviewCountsWhatWaitsForAPerson() {
        String page =
                PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR).get("/").body();
        assertThat(page)
                .contains("Đang chờ người xử lý")
                .contains("Không giao được văn bản cho H57")
                .contains("7816/VPCP-TTĐT");
    }

    @Test
    void aNumberOfTheLastDayLeadsToWhatItCounts() {
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/").body())
                .contains("href=\"/dossiers?state=ACCEPTED&amp;day=true\"", "href=\"/refusals?day=true\"");
        assertThat(auditor.get("/dossiers?state=HELD&day=true").body())
                .contains("name=\"day\" value=\"true\" checked")
                .doesNotContain(fixture.stories.travelled.id().toString());
        Refusals refusals = fixture.part(Refusals.class);
        Instant now = fixture.part(Clock.class).instant();
        refusals.add(refusal(now.minus(Duration.ofHours(25)), "hom-kia"));
        refusals.add(refusal(now, "hom-nay"));
        assertThat(auditor.get("/refusals?day=true").body()).contains("hom-nay").doesNotContain("hom-kia");
        assertThat(auditor.get("/refusals").body()).contains("hom-nay", "hom-kia");
    }

    @Test
    void whoWasTurnedAwayIsCountedByTheDayEvenWhenTheLinesAreGone() {
        Refusals refusals = fixture.part(Refusals.class);
        Instant day = Instant.parse("2021-03-04T10:00:00Z");
        refusals.add(refusal(day, "da-qua"));
        refusals.add(refusal(day, "da-qua"));
        refusals.age(day.plusSeconds(1), 10);
        refusals.add(from(day.plusSeconds(60), "192.0.2.77"));
        refusals.add(from(day.minus(Duration.ofDays(400)), "2001:db8::1"));
        refusals.add(from(day.minus(Duration.ofDays(400)), "2001:db8::2"));
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/refusals").body()).contains("href=\"/refusals/days\"");
        String page = auditor.get("/refusals/days?before=2021-03-05").body();
        assertThat(page)
                .contains("04/03/2021", "192.0.2.77", "chỉ còn con số", ">2</td>")
                .contains("href=\"/refusals/days?before=2021-02-26\"")
                .doesNotContain("2001");
        String older = auditor.get("/refusals/days?before=2021-02-26").body();
        assertThat(older)
                .contains("29/01/2020", "20010db800000000/64", ">2</td>", "href=\"/refusals/days\"")
                .doesNotContain("rel=\"next\"");
        assertThat(auditor.get("/refusals/days?before=x").statusCode()).isEqualTo(200);
    }

    private static Refusals.Refusal from(Instant at, String remote) {
        return new Refusals.Refusal(at, Channel.AXIS, "sys", remote, "", Optional.empty(), List.of());
    }

    private static Refusals.Refusal refusal(Instant at, String documentId) {
        return new Refusals.Refusal(at, Channel.AXIS, "sys", "", documentId, Optional.empty(), List.of());
    }
}
