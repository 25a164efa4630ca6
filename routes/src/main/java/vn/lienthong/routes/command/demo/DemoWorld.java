package vn.lienthong.routes.command.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.evidence.MakeReceipt;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.RunningGateway;

/** Puts agencies with their systems and keys around a running gateway. */
final class DemoWorld {
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Who may log in at the console; the password is the folder's secret of that name. */
    static final String USER = "demo";

    /** Numbers of one run lie within ten of each other. */
    static final int NUMBERS_PER_RUN = 10;

    private final RunningGateway gateway;
    private final DemoFolder folder;
    private final Addresses addresses;
    private final Clock clock;

    DemoWorld(RunningGateway gateway, DemoFolder folder, Addresses addresses) {
        this.gateway = gateway;
        this.folder = folder;
        this.addresses = addresses;
        this.clock = gateway.part(Clock.class);
    }

    /** Registers the systems, once and for all, and the address that the pushed one has this time. */
    void register(URI pushTo) {
        Systems systems = gateway.part(Systems.class);
        Instant now = clock.instant();
        for (DemoAgency agency : DemoAgency.values()) {
            Optional<PushTarget> push = agency == DemoAgency.XAY_DUNG
                    ? Optional.of(new PushTarget(pushTo, PushForm.REST))
                    : Optional.empty();
            systems.save(
                    new ReceivingSystem(
                            agency.systemId(),
                            agency.title() + " (trình diễn)",
                            CallerKind.AGENCY,
                            ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                            List.of(),
                            Optional.empty(),
                            push,
                            true),
                    folder.secret(agency.systemId()).getBytes(StandardCharsets.UTF_8));
            grant(systems, agency, now);
        }
    }

    /** Lets a person in at the console, with a password that this folder keeps. */
    void invite() {
        Accounts accounts = gateway.part(Accounts.class);
        if (accounts.find(USER).isEmpty()) {
            Account account = new Account(USER, "Người xem trình diễn", Role.ADMINISTRATOR, true, true);
            accounts.save(account, gateway.part(PasswordEncoder.class).encode(folder.secret(USER)));
        }
    }

    /** Hands the gateway the revocation lists of today. */
    void supplyRevocations(DevelopmentPki pki) {
        CrlCache cache = gateway.part(CrlCache.class);
        try {
            for (X509CRL list : pki.crls()) {
                cache.add(list.getEncoded());
            }
        } catch (CRLException e) {
            throw new IllegalStateException("demo CRL: " + e.getMessage() + " (expected: one the gateway takes)", e);
        }
    }

    Stage stage(DevelopmentPki pki, PushReceiver push, int run) {
        WriteLetter writing = new WriteLetter(pki, DemoAgency.VPCP, clock);
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        Map<DemoAgency, Office> offices = new EnumMap<>(DemoAgency.class);
        for (DemoAgency agency : DemoAgency.values()) {
            offices.put(agency, office(http, agency, folder.secret(agency.systemId())));
        }
        int first = run * NUMBERS_PER_RUN;
        return new Stage(
                offices,
                office(http, DemoAgency.VPCP, "not-the-secret"),
                writing,
                new Ledger(
                        gateway.part(UnitOfWork.class),
                        gateway.part(Refusals.class),
                        gateway.part(Agencies.class),
                        clock),
                new CheckEvidence(
                        gateway.part(MakeReceipt.class),
                        gateway.part(GatewaySeal.class).certificate(),
                        clock),
                push,
                new VisitConsole(addresses, folder.secret(USER)),
                new ClerksDesk(gateway),
                new OfficersDesk(gateway),
                writing.write(
                        first,
                        "Triển khai liên thông văn bản",
                        DemoAgency.TAY_NINH.block(),
                        DemoAgency.NGHE_AN.block()),
                first);
    }

    private Office office(HttpClient http, DemoAgency agency, String secret) {
        return new Office(
                agency, new AxisClient(http, addresses.axis(), agency.systemId(), secret, CALL, clock), clock);
    }

    private void grant(Systems systems, DemoAgency agency, Instant now) {
        AgencyId id = agency.id(gateway.part(Agencies.class).current(), now);
        List<Mandate> held = systems.mandates(agency.systemId());
        for (Right right : List.of(Right.SEND, Right.COLLECT, Right.STATUS)) {
            if (held.stream().noneMatch(m -> m.right() == right && m.agency().equals(id) && m.holdsAt(now))) {
                systems.grant(agency.systemId(), new Mandate(id, right, now, Optional.empty()));
            }
        }
    }
}
