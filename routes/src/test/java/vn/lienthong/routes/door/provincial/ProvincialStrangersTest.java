package vn.lienthong.routes.door.provincial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** Every operation on a document from G22 to H53, tried by every kind of stranger: none sees or moves anything. */
@Tag("ci")
class ProvincialStrangersTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;
    private static String copy = "";

    @BeforeAll
    static void start() throws Exception {
        services = new ServicesFixture(folder, Map.of());
        Instant now = services.part(Clock.class).instant();
        services.save("sys-ended", "s", true);
        for (Right right : Right.ofSystems()) {
            services.grant("sys-ended", "G22", right, Optional.of(now.minusSeconds(60)));
            services.grant("sys-ended", "H53", right, Optional.of(now.minusSeconds(60)));
        }
        services.save("sys-nothing", "s", true);
        services.save("sys-status-only", "s", true);
        services.grant("sys-status-only", "G22", Right.STATUS, Optional.empty());
        services.grant("sys-status-only", "H53", Right.STATUS, Optional.empty());
        services.save("sys-transit", "s", true);
        services.grant("sys-transit", "G22", Right.TRANSIT, Optional.empty());
        services.save("sys-collects-only", "s", true);
        services.grant("sys-collects-only", "H41", Right.COLLECT, Optional.empty());
        Program.of(services, "G22").send(PlainLetter.of("G22", "H53", "1"), "edoc");
        copy = Program.of(services, "H53").newest("edoc");
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @TestFactory
    Stream<DynamicTest> none() {
        Map<String, String> strangers = Map.of(
                "sys-H41", "secret of H41",
                "sys-H01", "secret of H01",
                "sys-G22", "secret of G22",
                "sys-ended", "s",
                "sys-nothing", "s",
                "sys-status-only", "s",
                "sys-transit", "s",
                "sys-collects-only", "s");
        return strangers.entrySet().stream()
                .map(stranger -> DynamicTest.dynamicTest(
                        stranger.getKey(),
                        () -> tryAll(new Program(services, stranger.getKey(), stranger.getValue()))));
    }

    private static void tryAll(Program stranger) throws Exception {
        long dossiers = services.rows("dossier");
        long statuses = services.rows("status");
        refused(stranger.get("getEdoc?docId=" + copy), "21");
        for (String status : List.of("processing", "done", "fail", "01", "02", "03", "06", "13", "15", "16")) {
            refused(stranger.update(copy, status), "21");
        }
        refused(stranger.send(PlainLetter.of("H53", "G22", "2"), "edoc"), "19");
        for (String kind : List.of("edoc", "status")) {
            JsonNode list = stranger.get("syncReceivedEdocList?messageType=" + kind);
            assertThat(list.get("data")).as(kind).isEmpty();
        }
        assertThat(services.rows("dossier")).isEqualTo(dossiers);
        assertThat(services.rows("status")).isEqualTo(statuses);
        String copies = services.part(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select state || ' ' || taken from delivery")
                        .mapTo(String.class)
                        .one());
        assertThat(copies).isEqualTo("WAITING false");
    }

    private static void refused(JsonNode answer, String number) {
        assertThat(answer.get("ErrorCode").asString()).as(answer.toString()).isEqualTo(number);
        assertThat(answer.toString()).doesNotContain("Về việc");
    }
}
