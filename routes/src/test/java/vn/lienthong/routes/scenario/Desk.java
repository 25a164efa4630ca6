package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.jdbc.PostgresAgencies;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.routes.door.console.PlainBrowser;
import vn.lienthong.routes.platform.GatewayStores;

/** What people decide at the console of the scenario's gateway, and a look at its record. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;

    Desk(World world) {
        this.world = world;
    }

    /** An agency ends; returns when the running gateway knows. */
    void reorganise(String code, List<String> successors) {
        PostgresAgencies agencies = agencies();
        Reorganisation.of(agencies.current(), code, successors, Instant.now()).write(agencies);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(world.axis("G22")
                        .post("getAgenciesList", Map.of())
                        .body()
                        .toString())
                .doesNotContain("\"code\":\"" + code + "\""));
    }

    /** A registrar chooses who gets the copy that was written for a code. */
    void assign(DossierId dossier, String code, String successor) {
        Delivery copy = look(transaction -> transaction.deliveries().of(dossier)).stream()
                .filter(delivery -> delivery.code().text().equals(code))
                .findFirst()
                .orElseThrow();
        decide(
                "/deliveries/" + copy.id() + "/assign",
                Map.of("agency", agency(successor).toString()));
    }

    /** Reads the page of a decision, and takes it. */
    void decide(String path, Map<String, String> choice) {
        PlainBrowser operator = world.operator();
        operator.get(path);
        Map<String, String> form = new HashMap<>(choice);
        form.put("reason", "đã xác minh");
        assertThat(operator.post(path, form).statusCode()).as(path).isEqualTo(302);
    }

    AgencyId agency(String code) {
        return agencies()
                .current()
                .holderOf(new AgencyCode(code), Instant.now())
                .orElseThrow();
    }

    <T> T look(Function<Transaction, T> reading) {
        return new PostgresUnitOfWork(GatewayStores.jdbi(world.gateway())).inTransaction(reading);
    }

    private PostgresAgencies agencies() {
        PostgresAgencies agencies = new PostgresAgencies(GatewayStores.jdbi(world.gateway()));
        agencies.refreshIfNewer();
        return agencies;
    }
}
