package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** Writes on each gateway's record who is connected to it, beside the running gateway: what an administrator's commands do. */
final class PrepareNetwork {
    private static final List<Right> ALL_OF_ITS_OWN = List.of(Right.SEND, Right.COLLECT, Right.STATUS);

    private final NetworkFolders folders;
    private final Map<String, String> settings;
    private final String linkSecret;

    /** @param linkSecret by which the axis knows the member */
    PrepareNetwork(NetworkFolders folders, Map<String, String> settings, String linkSecret) {
        this.folders = folders;
        this.settings = settings;
        this.linkSecret = linkSecret;
    }

    /** The axis: an agency of its own, and the province's gateway as the peer behind which Tây Ninh lies. */
    void axis(DevelopmentPki pki) throws IOException {
        try (Administration record = Administration.open(folders.axis().data(), settings, Progress.silent())) {
            DemoAgency own = DemoAgency.VPCP;
            save(record, system(own.systemId(), own.title(), CallerKind.AGENCY, Optional.empty()), secretOf(own));
            grant(record, own.systemId(), id(record, own), ALL_OF_ITS_OWN);
            String peer = NetworkFolders.MEMBER_AT_AXIS;
            save(record, system(peer, "Cổng Tây Ninh", CallerKind.PEER, Optional.empty()), linkSecret);
            grant(record, peer, id(record, DemoAgency.TAY_NINH), List.of(Right.TRANSIT));
            supplyRevocations(record, pki);
        }
    }

    /** The province's gateway: its own agency, and the axis as the route to everybody else. */
    void member(DevelopmentPki pki, URI axis) throws IOException {
        try (Administration record = Administration.open(folders.member().data(), settings, Progress.silent())) {
            DemoAgency own = DemoAgency.TAY_NINH;
            save(record, system(own.systemId(), own.title(), CallerKind.AGENCY, Optional.empty()), secretOf(own));
            grant(record, own.systemId(), id(record, own), ALL_OF_ITS_OWN);
            String truc = NetworkFolders.AXIS_AT_MEMBER;
            save(
                    record,
                    system(truc, "Trục", CallerKind.PEER, Optional.of(axis)),
                    folders.member().secret(truc));
            record.neighbours()
                    .save(
                            new Neighbour(truc, axis, NetworkFolders.MEMBER_AT_AXIS),
                            linkSecret.getBytes(StandardCharsets.UTF_8));
            grant(record, truc, Mandate.BEYOND, List.of(Right.TRANSIT));
            supplyRevocations(record, pki);
        }
    }

    /** The secret of an agency's system, at the gateway that it is connected to. */
    String secretOf(DemoAgency agency) {
        DemoFolder folder = agency == DemoAgency.VPCP ? folders.axis() : folders.member();
        return folder.secret(agency.systemId());
    }

    private static ReceivingSystem system(String id, String name, CallerKind kind, Optional<URI> pushTo) {
        return new ReceivingSystem(
                id,
                name + " (trình diễn)",
                kind,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of(),
                Optional.empty(),
                pushTo.map(address -> new PushTarget(address, PushForm.AXIS)),
                true);
    }

    private static void save(Administration record, ReceivingSystem system, String secret) {
        record.systems().save(system, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static AgencyId id(Administration record, DemoAgency agency) {
        return agency.id(record.agencies().current(), record.clock().instant());
    }

    private static void grant(Administration record, String systemId, AgencyId agency, List<Right> rights) {
        Instant now = record.clock().instant();
        List<Mandate> held = record.systems().mandates(systemId);
        rights.stream()
                .filter(right -> held.stream()
                        .noneMatch(m -> m.right() == right && m.agency().equals(agency) && m.holdsAt(now)))
                .forEach(right -> record.systems().grant(systemId, new Mandate(agency, right, now, Optional.empty())));
    }

    private static void supplyRevocations(Administration record, DevelopmentPki pki) {
        CrlCache cache = record.proofs().revocations();
        try {
            for (X509CRL list : pki.crls()) {
                cache.add(list.getEncoded());
            }
        } catch (CRLException e) {
            throw new IllegalStateException("demo CRL: " + e.getMessage() + " (expected: one the gateway takes)", e);
        }
    }
}
