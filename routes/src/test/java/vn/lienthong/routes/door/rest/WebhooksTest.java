package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.routes.door.ServicesFixture;

/** News from the hand-in of a document to a receiver that an integrator wrote. */
@Tag("ci")
class WebhooksTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "webhooks.first-delay", "300ms",
            "webhooks.longest-delay", "600ms",
            "webhooks.timeout", "1s",
            "webhooks.per-system", "4");
    private static final AtomicInteger NUMBERS = new AtomicInteger(700);

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, SETTINGS);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpResponse<String> call(String method, String code, String path, String json) throws Exception {
        return services.send(services.call(code, "/api/v1" + path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ServicesFixture.json(answer);
    }

    /** The answer with the id and the secret. */
    private static JsonNode webhook(String code, WebhookReceiver receiver, String more) throws Exception {
        HttpResponse<String> made =
                call("POST", code, "/webhooks", "{\"address\":\"" + receiver.address() + "\"" + more + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private static String path(JsonNode webhook) {
        return "/webhooks/" + webhook.get("id").asString();
    }

    private static String send(String from, String to) throws Exception {
        HttpResponse<String> taken = services.send(services.call(from, "/api/v1/documents")
                .header("Content-Type", Form.TYPE)
                .POST(Form.letter(from, to, "" + NUMBERS.incrementAndGet()).body())
                .build());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        return json(taken).get("id").asString();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private static void drop(String code, JsonNode webhook) throws Exception {
        assertThat(call("DELETE", code, path(webhook), "").statusCode()).isEqualTo(204);
    }

    @Test
    void bothSidesHearOfADocumentAndCanTellThatItIsUs() throws Exception {
        try (WebhookReceiver recipient = new WebhookReceiver(0);
                WebhookReceiver sender = new WebhookReceiver(0);
                WebhookReceiver stranger = new WebhookReceiver(0)) {
            JsonNode ofRecipient =
                    webhook("H01", recipient, ",\"types\":[\"document.arrived\"],\"agencies\":[\"H01\"]");
            JsonNode ofSender = webhook("G22", sender, "");
            JsonNode ofStranger = webhook("G17", stranger, "");
            String document = send("G22", "H01");
            soon(() -> assertThat(recipient.taken()).hasSize(1));
            WebhookReceiver.News arrived = recipient.taken().getFirst();
            assertThat(arrived.isSignedWith(ofRecipient.get("secret").asString()))
                    .isTrue();
            assertThat(arrived.isSignedWith(ofSender.get("secret").asString())).isFalse();
            JsonNode data = arrived.json().get("data");
            assertThat(data.get("document").asString()).isEqualTo(document);
            assertThat(arrived.body()).doesNotContain("Về việc");
            String docId = data.get("docId").asString();
            assertThat(call("POST", "H01", "/deliveries/" + docId + "/confirm", "")
                            .statusCode())
                    .isEqualTo(204);
            soon(() -> assertThat(sender.taken("delivery.final")).hasSize(1));
            assertThat(sender.taken("delivery.final").getFirst().body())
                    .contains(document, "HANDED_OVER")
                    .doesNotContain(docId);
            String status = "{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\""
                    + json(call("GET", "G22", "/documents/" + document, ""))
                            .get("documentId")
                            .asString()
                    + "\",\"code\":\"03\",\"date\":\"2026-11-02\",\"symbol\":\"" + NUMBERS.get() + "/TT-VP\"}";
            assertThat(call("POST", "H01", "/statuses", status).statusCode()).isEqualTo(201);
            soon(() -> assertThat(sender.taken("status.received"))
                    .singleElement()
                    .satisfies(news -> assertThat(news.body()).contains("\"code\":\"03\"", "\"from\":\"H01\"")));
            soon(() -> assertThat(sender.taken("status.arrived")).hasSize(1));
            assertThat(stranger.taken()).isEmpty();
            drop("H01", ofRecipient);
            drop("G22", ofSender);
            drop("G17", ofStranger);
        }
    }

    @Test
    void whoIsDownOrSlowOrBrokenHearsLaterAndHoldsNobodyUp() throws Exception {
        try (WebhookReceiver good = new WebhookReceiver(0);
                WebhookReceiver slow = new WebhookReceiver(0);
                WebhookReceiver broken = new WebhookReceiver(0);
                WebhookReceiver down = new WebhookReceiver(0)) {
            List<JsonNode> all = List.of(
                    webhook("H53", slow, ""),
                    webhook("H53", broken, ""),
                    webhook("H53", down, ""),
                    webhook("H53", good, ""));
            assertThat(call("POST", "H53", "/webhooks", "{\"address\":\"" + good.address() + "\"}")
                            .statusCode())
                    .as("four are enough")
                    .isEqualTo(409);
            slow.answers(200, 3_000);
            broken.answers(500, 0);
            int port = down.port();
            down.goDown();
            for (int i = 0; i < 6; i++) {
                send("G22", "H53");
            }
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(good.taken()).hasSize(6));
            soon(() -> assertThat(broken.taken()).hasSizeGreaterThan(1));
            broken.answers(200, 0);
            slow.answers(200, 0);
            try (WebhookReceiver up = new WebhookReceiver(port)) {
                for (JsonNode webhook : all) {
                    soon(() -> assertThat(json(call("GET", "H53", path(webhook) + "/messages", ""))
                                    .get("items")
                                    .valueStream()
                                    .map(item -> item.get("state").asString()))
                            .hasSize(6)
                            .containsOnly("DELIVERED"));
                }
                assertThat(up.taken().stream().map(WebhookReceiver.News::id).distinct())
                        .hasSize(6);
            }
            JsonNode messages = json(call("GET", "H53", path(all.get(1)) + "/messages?limit=6", ""));
            String first = messages.get("items").get(5).get("id").asString();
            JsonNode attempts = json(call("GET", "H53", path(all.get(1)) + "/messages/" + first, ""));
            assertThat(attempts.get("lastAttempts").valueStream().map(attempt -> attempt.get("status")
                            .asInt()))
                    .contains(500, 200);
            int before = broken.taken().size();
            assertThat(call("POST", "H53", path(all.get(1)) + "/messages/" + first + "/redeliver", "")
                            .statusCode())
                    .isEqualTo(204);
            soon(() -> assertThat(broken.taken()).hasSize(before + 1));
            assertThat(broken.taken().getLast().id()).isEqualTo(first);
            for (JsonNode webhook : all) {
                drop("H53", webhook);
            }
        }
    }

    @Test
    void whoIsGoneIsPausedUntilItsSystemResumes() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver(0)) {
            JsonNode webhook = webhook("H41", receiver, "");
            receiver.answers(410, 0);
            assertThat(call("POST", "H41", path(webhook) + "/ping", "").statusCode())
                    .isEqualTo(202);
            soon(() -> assertThat(json(call("GET", "H41", path(webhook), ""))
                            .get("state")
                            .asString())
                    .isEqualTo("paused"));
            assertThat(alerts(webhook)).isEqualTo(1);
            receiver.answers(204, 0);
            assertThat(json(call("POST", "H41", path(webhook) + "/resume", ""))
                            .get("state")
                            .asString())
                    .isEqualTo("active");
            soon(() -> assertThat(receiver.taken("ping")).hasSize(2));
            assertThat(alerts(webhook)).isZero();
            drop("H41", webhook);
        }
    }

    private static long alerts(JsonNode webhook) {
        return services
                .part(UnitOfWork.class)
                .reading(transaction -> transaction.alerts().open(100))
                .stream()
                .filter(alert -> alert.kind().equals("WEBHOOK_PAUSED"))
                .filter(alert -> alert.text().contains(webhook.get("id").asString()))
                .count();
    }

    @Test
    void twoSecretsCountWhileOneIsChanged() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver(0)) {
            JsonNode webhook = webhook("H41", receiver, "");
            JsonNode rotated = json(call("POST", "H41", path(webhook) + "/secret", ""));
            call("POST", "H41", path(webhook) + "/ping", "");
            soon(() -> assertThat(receiver.taken()).hasSize(1));
            WebhookReceiver.News ping = receiver.taken().getFirst();
            assertThat(ping.isSignedWith(rotated.get("secret").asString())).isTrue();
            assertThat(ping.isSignedWith(webhook.get("secret").asString())).isTrue();
            assertThat(json(call("GET", "H41", path(webhook), "")).has("secret"))
                    .isFalse();
            drop("H41", webhook);
        }
    }

    @Test
    void thoseOfOthersAreNotThere() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver(0)) {
            JsonNode webhook = webhook("H41", receiver, "");
            for (String[] operation : new String[][] {
                {"GET", ""},
                {"PATCH", ""},
                {"DELETE", ""},
                {"POST", "/pause"},
                {"POST", "/resume"},
                {"POST", "/ping"},
                {"POST", "/secret"},
                {"GET", "/messages"},
                {"GET", "/messages/" + webhook.get("id").asString()},
                {"POST", "/messages/" + webhook.get("id").asString() + "/redeliver"}
            }) {
                assertThat(call(operation[0], "H01", path(webhook) + operation[1], "{}")
                                .statusCode())
                        .as(operation[0] + operation[1])
                        .isEqualTo(404);
            }
            assertThat(json(call("GET", "H01", "/webhooks", "")).get("items").size())
                    .isZero();
            drop("H41", webhook);
        }
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() throws Exception {
        for (String[] wrong : new String[][] {
            {"{}", "address"},
            {"{\"address\":\"ftp://x.example/\"}", "expected: https"},
            {"{\"address\":\"https://u:p@x.example/\"}", "expected: tên máy"},
            {"{\"address\":\"https://x.example/#a\"}", "không #"},
            {"{\"address\":\"https://x.example/\",\"types\":[\"document.read\"]}", "document.arrived"},
            {"{\"address\":\"https://x.example/\",\"agencies\":[\"KHÔNG\"]}", "một mã đang dùng"},
            {"{\"adress\":\"https://x.example/\"}", "không có trường này (expected: có phải address?"},
            {"{\"address\":\"https://x.example/\",\"types\":[null]}", "null"}
        }) {
            HttpResponse<String> answer = call("POST", "H41", "/webhooks", wrong[0]);
            assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
            assertThat(json(answer).get("detail").asString()).contains(wrong[1]);
        }
    }

    /** What a power cut in an attempt leaves behind: see the contract of the store; a leased message is taken again. */
    @Test
    void whatWaitsOutlivesARestart(@TempDir Path other) throws Exception {
        WebhookReceiver receiver = new WebhookReceiver(0);
        int port = receiver.port();
        JsonNode made;
        JsonNode waiting;
        try (ServicesFixture before = new ServicesFixture(other, SETTINGS)) {
            made = json(before.send(before.call("H01", "/api/v1/webhooks")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"address\":\"" + receiver.address() + "\"}"))
                    .build()));
            receiver.goDown();
            HttpResponse<String> taken = before.send(before.call("G22", "/api/v1/documents")
                    .header("Content-Type", Form.TYPE)
                    .POST(Form.letter("G22", "H01", "900").body())
                    .build());
            assertThat(taken.statusCode()).isEqualTo(201);
            HttpRequest messages = before.call("H01", "/api/v1" + path(made) + "/messages")
                    .GET()
                    .build();
            soon(() -> assertThat(json(before.send(messages)).get("items").valueStream())
                    .singleElement()
                    .satisfies(item -> assertThat(item.get("attempts").asInt())
                            .as("it failed once")
                            .isPositive()));
            waiting = json(before.send(messages)).get("items").get(0);
            assertThat(waiting.get("state").asString()).isIn("WAITING", "SENDING");
        }
        try (WebhookReceiver again = new WebhookReceiver(port);
                ServicesFixture after = new ServicesFixture(other, SETTINGS)) {
            assertThat(after.port()).isPositive();
            soon(() -> assertThat(again.taken("document.arrived")).isNotEmpty());
            WebhookReceiver.News news = again.taken("document.arrived").getFirst();
            assertThat(news.isSignedWith(made.get("secret").asString())).isTrue();
            assertThat(news.id()).isEqualTo(waiting.get("id").asString());
            assertThat(news.json().get("sequence").asInt()).isEqualTo(1);
        }
    }
}
