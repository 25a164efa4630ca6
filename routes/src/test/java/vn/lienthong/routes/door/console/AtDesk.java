package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.tray.DraftFile;

/** A gateway with a seal at a desk, its clerk, and the signing program there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtDesk {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    final SignAtDesk program = new SignAtDesk();
    SealFixture seals;
    TrayFixture trays;
    PlainBrowser clerk;
    SendByHand hand;
    DevIdentity token;

    @BeforeAll
    void start(@TempDir Path folder) {
        seals = new SealFixture(folder.resolve("data"));
        trays = seals.trays;
        token = seals.addAtDesk(TrayFixture.WARD, TrayFixture.WARD_NAME);
        clerk = trays.browser(TrayFixture.CLERK);
        hand = new SendByHand(trays, clerk);
    }

    @AfterAll
    void stop() {
        seals.close();
    }

    String draft(String number) {
        String path = hand.begin();
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf(number));
        hand.fill(path, number, "H26");
        return path;
    }

    DraftFile file(String draft) {
        return hand.draft(draft).files().getFirst();
    }

    JsonNode open(String draft) {
        return open(clerk, draft);
    }

    JsonNode open(PlainBrowser by, String draft) {
        by.get(draft + "/files/0/seal");
        HttpResponse<String> answer = by.post(
                draft + "/files/0/seal/desk",
                Map.of("revision", Integer.toString(hand.draft(draft).revision())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    String at(JsonNode opened, String which) {
        return trays.console.address() + opened.get(which).asString();
    }

    JsonNode state(JsonNode opened) {
        return MAPPER.readTree(clerk.get(opened.get("state").asString()).body());
    }

    byte[] bytes(StoredBytes stored) {
        try (InputStream in = trays.console.part(Vault.class).read(stored.digest())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode stamp(PlainBrowser by, Dossier letter) {
        String page = "/in-tray/" + trays.copy(letter).id();
        assertThat(by.get(page + "/stamp").body()).contains("Văn bản đã nhận phải giữ nguyên");
        String day = LocalDate.ofInstant(trays.now(), Times.ZONE).toString();
        return MAPPER.readTree(
                by.post(page + "/stamp/desk", Map.of("number", "2", "date", day, "file", "0", "forwarding", ""))
                        .body());
    }

    static int status(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
