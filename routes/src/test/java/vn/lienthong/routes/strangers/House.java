package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.ImportAgencies;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.TlsKeys;
import vn.lienthong.routes.door.console.PlainBrowser;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.ConsoleListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.ReadyCluster;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;

/** A gateway behind TLS in this process, and the agencies around the one whose documents nobody else may touch. */
final class House implements AutoCloseable {

    /** A ward; the province above it and a station below it are known too. */
    static final String VICTIM = "H57.25";

    static final String SUPERIOR = "H57";
    static final String BELOW = "H57.25.7";

    /** Writes to the victim, and is written to. */
    static final String PARTNER = "G22";

    static final String OTHER = "G17";
    static final String BEHIND_PEER = "G12";

    private final RunningGateway gateway;
    private final Path folder;
    private final TlsKeys hosts;
    private final TlsKeys clients;
    private final TlsKeys.Identity bound;
    private final HttpClient plain;
    private final HttpClient withBound;
    private final HttpClient withAnother;

    House(Path folder, Map<String, String> more) throws Exception {
        this.folder = folder.resolve("data");
        hosts = new TlsKeys("hosts of the test");
        clients = new TlsKeys("clients of the test");
        bound = clients.host("client.example");
        plain = HttpClient.newBuilder().sslContext(hosts.trusting()).build();
        withBound = HttpClient.newBuilder()
                .sslContext(clients.showing(bound, hosts))
                .build();
        withAnother = HttpClient.newBuilder()
                .sslContext(clients.showing(clients.host("other.example"), hosts))
                .build();
        ReadyCluster.layInto(this.folder);
        gateway = RunningGateway.start(Mode.SERVE, this.folder, settings(folder, more), Progress.silent());
        ImportAgencies imports = new ImportAgencies(part(Agencies.class));
        for (String line : List.of(
                VICTIM + ",UBND phường Thuận Hóa,2025-07-01," + SUPERIOR,
                BELOW + ",Trạm y tế phường Thuận Hóa,2025-07-01," + VICTIM)) {
            String csv = "code,name,from,superior_code\n" + line + "\n";
            imports.apply(imports.preview(csv.getBytes(StandardCharsets.UTF_8), now(), "thử"));
        }
    }

    private Map<String, String> settings(Path keys, Map<String, String> more) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        // What a person may is the question here; how he comes in is another test's.
        settings.put("console.second-factor", "optional");
        // One address tries everything: how often it may is another test's, too.
        settings.put("limits.refused-per-minute", "100000");
        settings.put("limits.calls-per-minute", "100000");
        settings.put("webhooks.per-system", "1000");
        String host = hosts.host("127.0.0.1").write(keys.resolve("host.p12")).toString();
        String known = clients.writeTrust(keys.resolve("clients.p12")).toString();
        for (String listener : List.of("console", "axis", "services")) {
            settings.put(listener + ".port", "0");
            settings.put(listener + ".tls.key-store", host);
            settings.put(listener + ".tls.key-store-password", TlsKeys.PASSWORD);
        }
        for (String listener : List.of("axis", "services")) {
            settings.put(listener + ".tls.trust-store", known);
            settings.put(listener + ".tls.trust-store-password", TlsKeys.PASSWORD);
        }
        settings.put(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        settings.putAll(more);
        return settings;
    }

    <T> T part(Class<T> type) {
        return gateway.part(type);
    }

    Instant now() {
        return part(Clock.class).instant();
    }

    Path data() {
        return folder;
    }

    AgencyId agency(String code) {
        return part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(code), now())
                .orElseThrow();
    }

    /** A client that shows no certificate. */
    HttpClient plain() {
        return plain;
    }

    /** A browser at the console; nobody is logged in yet. */
    PlainBrowser browser() {
        try {
            String address = console("").toString();
            return new PlainBrowser(address, HttpClient.newBuilder().sslContext(hosts.trusting()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For calls that no client library would make. */
    RawCall raw(URI listener) {
        try {
            return new RawCall(hosts.trusting().getSocketFactory(), listener.getPort());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that shows the certificate which some systems are bound to. */
    HttpClient withBound() {
        return withBound;
    }

    /** A client that shows a certificate which no system is bound to. */
    HttpClient withAnother() {
        return withAnother;
    }

    URI axis(String path) {
        return at(part(AxisListener.class).port(), path);
    }

    URI services(String path) {
        return at(part(ServicesListener.class).port(), path);
    }

    URI console(String path) {
        return at(part(ConsoleListener.class).port(), path);
    }

    private static URI at(int port, String path) {
        return URI.create("https://127.0.0.1:" + port + path);
    }

    ReceivingSystem system(String systemId, CallerKind kind) {
        return new ReceivingSystem(
                systemId,
                "Hệ thống " + systemId,
                kind,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** The same, bound to the certificate, or to an address that nobody comes from here. */
    ReceivingSystem bound(String systemId, boolean toCertificate) throws Exception {
        return new ReceivingSystem(
                systemId,
                "Hệ thống " + systemId,
                CallerKind.AGENCY,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                toCertificate ? List.of() : List.of("192.0.2.0/24"),
                toCertificate
                        ? Optional.of(
                                Sha256.of(bound.certificate().getEncoded()).hex())
                        : Optional.empty(),
                Optional.empty(),
                true);
    }

    void save(ReceivingSystem system, String secret) {
        part(Systems.class).save(system, secret.getBytes(StandardCharsets.UTF_8));
    }

    void grant(String systemId, String code, Instant from, Optional<Instant> to, Right... rights) {
        for (Right right : rights) {
            part(Systems.class).grant(systemId, new Mandate(agency(code), right, from, to));
        }
    }

    HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        plain.close();
        withBound.close();
        withAnother.close();
        gateway.close();
    }
}
