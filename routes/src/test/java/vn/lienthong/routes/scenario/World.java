package vn.lienthong.routes.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.jdbc.PostgresAgencies;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.PostgresExchangeFolders;
import vn.lienthong.gateway.jdbc.PostgresFolderLooks;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.door.console.PlainBrowser;
import vn.lienthong.routes.door.folder.FolderPlace;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.GatewayStores;
import vn.lienthong.routes.platform.TrustFolder;

/** A gateway in its own process, agencies with systems of their own, and one that has its documents brought to it. */
final class World implements AutoCloseable {

    static final List<String> COLLECTING = List.of("G22", "H53", "H41", "G17", "H49", "H26");

    /** Sends through a gateway of its own, a peer of ours. */
    static final String BEHIND_PEER = "H14";

    static final String PUSHED = "G12";

    private static final String OPERATOR = "van.hanh";
    private static final String PASSWORD = "mat khau rat dai";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Doorway doorway;
    private final GatewayProcess gateway;
    private final Papers papers;
    private final HttpServer receiver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private final AtomicReference<PushBehaviour> behaviour = new AtomicReference<>(PushBehaviour.TAKE);

    /** What the receiving system does with what is brought to it. */
    enum PushBehaviour {
        TAKE,
        BUSY_ONCE,
        KILL_GATEWAY_ONCE
    }

    private World(Doorway doorway, GatewayProcess gateway, Papers papers, HttpServer receiver) {
        this.doorway = doorway;
        this.gateway = gateway;
        this.papers = papers;
        this.receiver = receiver;
    }

    static World start(Path data, Doorway doorway) throws Exception {
        Papers papers = new Papers(Instant.now());
        for (Branch branch : Papers.trusted()) {
            Path folder = Files.createDirectories(
                    data.resolve("trust").resolve(TrustFolder.name(TrustBranch.valueOf(branch.name()))));
            String pem = Pem.of(papers.pki().root(branch)) + Pem.of(papers.pki().issuingCa(branch));
            Files.writeString(folder.resolve("dev.pem"), pem);
        }
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        GatewayProcess gateway = GatewayProcess.start(
                GatewayProcess.DEVELOPMENT,
                data,
                Map.of(
                        "gateway.code", Hops.CODE,
                        "delivery.reroute-every", "500ms",
                        // What people decide is played here, not how they come in.
                        "console.second-factor", "optional",
                        "delivery.first-retry", "500ms",
                        "delivery.lease", "3s",
                        "outbound.loopback", "true",
                        "outbound.plain-http", "true",
                        "folder.look-every", "100ms",
                        "folder.settle", "100ms"));
        World world = new World(doorway, gateway, papers, receiver);
        receiver.createContext("/in", world::receive);
        receiver.start();
        gateway.awaitReady();
        world.register();
        // Revocation lists are taken up at start.
        gateway.restart().awaitReady();
        if (doorway == Doorway.FILE) {
            world.connectFolders();
        }
        return world;
    }

    /** Only now: a look that a restart cuts off is begun again when its lease has run out, minutes later. */
    private void connectFolders() throws IOException {
        for (String code : COLLECTING) {
            connectFolder(code);
        }
        connectFolder(BEHIND_PEER);
    }

    private void register() throws IOException, CRLException {
        PostgresSystems systems = GatewayStores.systems(gateway);
        PostgresAgencies agencies = new PostgresAgencies(GatewayStores.jdbi(gateway));
        agencies.refreshIfNewer();
        for (String code : COLLECTING) {
            add(systems, agencies, code, CallerKind.AGENCY, Optional.empty());
        }
        add(systems, agencies, BEHIND_PEER, CallerKind.PEER, Optional.empty());
        GatewayStores.addAdministrator(gateway, OPERATOR, PASSWORD);
        URI in = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/in");
        add(systems, agencies, PUSHED, CallerKind.AGENCY, Optional.of(in));
        CrlCache crls = new CrlCache(
                TrustFolder.read(gateway.data().resolve("trust")),
                new PostgresCrlStore(GatewayStores.jdbi(gateway), Clock.systemUTC()),
                Duration.ofMinutes(5));
        // The list can name only who is known to it.
        papers.makeRevokedSeals();
        for (X509CRL crl : papers.pki().crls()) {
            crls.add(crl.getEncoded());
        }
    }

    private void connectFolder(String code) throws IOException {
        ExchangeFolder added = new ExchangeFolder(systemId(code), folder(code).toString(), "dau hieu");
        FolderPlace.of(added).make();
        new PostgresExchangeFolders(GatewayStores.jdbi(gateway)).save(added);
    }

    private Path folder(String code) {
        return gateway.data().resolveSibling("trao-doi").resolve(code);
    }

    private static void add(
            PostgresSystems systems, PostgresAgencies agencies, String code, CallerKind kind, Optional<URI> push) {
        Instant now = Instant.now();
        AgencyId agency = agencies.current().holderOf(new AgencyCode(code), now).orElseThrow();
        ReceivingSystem system = new ReceivingSystem(
                systemId(code),
                "Hệ thống " + code,
                kind,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of(),
                Optional.empty(),
                push.map(address -> new PushTarget(address, PushForm.REST)),
                true);
        systems.save(system, secret(code).getBytes(StandardCharsets.UTF_8));
        List<Right> rights =
                kind == CallerKind.PEER ? List.of(Right.TRANSIT) : List.of(Right.SEND, Right.COLLECT, Right.STATUS);
        for (Right right : rights) {
            systems.grant(systemId(code), new Mandate(agency, right, now.minusSeconds(3600), Optional.empty()));
        }
    }

    static String systemId(String code) {
        return "sys-" + code;
    }

    private static String secret(String code) {
        return "secret of " + code;
    }

    Client client(String code) {
        return client(code, secret(code));
    }

    Client client(String code, String secret) {
        return switch (doorway) {
            case AXIS -> new ThroughAxis(axis(code, secret));
            case REST -> new ThroughRest(http, gateway.services(""), token(code, secret));
            case SOAP -> new ThroughSoap(gateway.services(""), token(code, secret));
            case PROVINCIAL -> new ThroughProvincial(http, gateway.services(""), systemId(code), secret);
            case FILE ->
                new ThroughFolder(folder(code), systemId(code), new PostgresFolderLooks(GatewayStores.jdbi(gateway)));
        };
    }

    private AskForToken token(String code, String secret) {
        return new AskForToken(http, gateway.services(""), systemId(code), secret);
    }

    /** The axis door, whichever one everybody comes through. */
    AxisClient axis(String code) {
        return axis(code, secret(code));
    }

    private AxisClient axis(String code, String secret) {
        return new AxisClient(
                http, gateway.axis("/XrdAdapter/adapter"), systemId(code), secret, TIMEOUT, Clock.systemUTC());
    }

    /** The door that everybody comes through. */
    enum Doorway {
        AXIS,
        REST,
        SOAP,
        PROVINCIAL,
        FILE
    }

    Doorway doorway() {
        return doorway;
    }

    /** A person at the console who may do everything there. */
    PlainBrowser operator() {
        PlainBrowser browser = new PlainBrowser(gateway.console("").toString());
        browser.login(OPERATOR, PASSWORD);
        return browser;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<String> fault = CheckPush.fault(exchange.getRequestHeaders(), body, secret(PUSHED));
        if (fault.isPresent()) {
            pushed.add(fault.get());
            answer(exchange, "", 400);
            return;
        }
        String delivery = exchange.getRequestHeaders().getFirst("LienThong-Delivery");
        switch (behaviour.getAndSet(PushBehaviour.TAKE)) {
            case TAKE -> answer(exchange, delivery, 200);
            case BUSY_ONCE -> answer(exchange, "", 503);
            case KILL_GATEWAY_ONCE -> {
                // The receiver has the document, and the gateway will never hear so: it is dead before anybody sees the
                // hand-over, so that a scenario that waits for one restarts a dead gateway.
                try {
                    gateway.kill();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                pushed.add(delivery);
                exchange.close();
            }
        }
    }

    private void answer(HttpExchange exchange, String delivery, int status) throws IOException {
        if (!delivery.isEmpty()) {
            pushed.add(delivery);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void behave(PushBehaviour next) {
        behaviour.set(next);
    }

    /** Delivery ids in the order in which they were brought; a repeat is there twice. In place of one, what was wrong with it. */
    List<String> pushed() {
        return List.copyOf(pushed);
    }

    Papers papers() {
        return papers;
    }

    GatewayProcess gateway() {
        return gateway;
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        receiver.stop(0);
        http.close();
    }
}
