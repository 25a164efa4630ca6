package vn.lienthong.routes.door;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.ReadyCluster;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;

/**
 * The doors for systems of a gateway in this process, with narrow limits, and a system {@code sys-CODE} for each of a few agencies;
 * their secrets are {@code secret of CODE}.
 */
public final class ServicesFixture implements AutoCloseable {

    private static final List<String> CODES = List.of("G22", "H53", "H41", "G17", "H01");

    private final RunningGateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** On an empty folder; settings as after {@code --set}, outweighing the usual narrow ones. */
    public ServicesFixture(Path folder, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String listener : List.of("console", "axis", "services")) {
            settings.put(listener + ".port", "0");
        }
        settings.put("packet.max-size", "2MB");
        settings.put("packet.max-attachment-size", "1MB");
        settings.put(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        settings.putAll(more);
        ReadyCluster.layInto(folder);
        this.gateway = RunningGateway.start(Mode.DEMO, folder, settings, Progress.silent());
        CODES.forEach(code -> connect("sys-" + code, code, "secret of " + code));
    }

    /** Registers a system with every right for one agency. */
    public void connect(String systemId, String code, String secret) {
        save(systemId, secret, true);
        for (Right right : List.of(Right.SEND, Right.COLLECT, Right.STATUS)) {
            grant(systemId, code, right, Optional.empty());
        }
    }

    public void save(String systemId, String secret, boolean enabled) {
        ReceivingSystem system = new ReceivingSystem(
                systemId,
                "Hệ thống " + systemId,
                CallerKind.AGENCY,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                enabled);
        part(Systems.class).save(system, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A mandate that began an hour ago. */
    public void grant(String systemId, String code, Right right, Optional<Instant> to) {
        Instant now = part(Clock.class).instant();
        part(Systems.class)
                .grant(
                        systemId,
                        new Mandate(
                                part(Agencies.class)
                                        .current()
                                        .holderOf(new AgencyCode(code), now)
                                        .orElseThrow(),
                                right,
                                now.minusSeconds(3_600),
                                to));
    }

    public <T> T part(Class<T> type) {
        return gateway.part(type);
    }

    public int port() {
        return part(ServicesListener.class).port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Asks for a token as a client does. */
    public HttpResponse<String> askForToken(String systemId, String secret) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + URLEncoder.encode(systemId, StandardCharsets.UTF_8)
                + "&client_secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** A token of the agency's own system, asked for once. */
    public String token(String code) throws IOException, InterruptedException {
        if (!tokens.containsKey(code)) {
            HttpResponse<String> answer = askForToken("sys-" + code, "secret of " + code);
            tokens.put(code, json(answer).get("access_token").asString());
        }
        return tokens.get(code);
    }

    /** A call of the agency's own system. */
    public HttpRequest.Builder call(String code, String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token(code));
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    /** The newest line that an operator finds among the refusals. */
    public Refusals.Refusal newestRefusal() {
        return part(Refusals.class).latest(1).getFirst();
    }

    public long rows(String table) {
        return part(Jdbi.class).withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        http.close();
        gateway.close();
    }
}
