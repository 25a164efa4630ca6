package vn.lienthong.certsdev;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A root, the issuing authority under it, and the responder that answers for the latter. */
final class Hierarchy {
    private final Authority root;
    private final Authority issuing;
    private final Lazy<Credential> responder;

    private Hierarchy(Authority root, Authority issuing, Lazy<Credential> responder) {
        this.root = root;
        this.issuing = issuing;
        this.responder = responder;
    }

    /** Opens the hierarchy with the credentials that are known, by slug, and makes those that are not. */
    static Hierarchy open(HierarchyName name, Instant now, ServiceAddresses addresses, Map<String, Credential> known) {
        Credential rootCredential = known.get(name.rootSlug());
        Credential issuingCredential = known.get(name.issuingSlug());
        if (rootCredential == null || issuingCredential == null) {
            return make(name, now, addresses);
        }
        Authority root = new Authority(name.rootSlug(), rootCredential, addresses);
        Authority issuing = new Authority(name.issuingSlug(), issuingCredential, addresses);
        root.remember(issuing.certificate());
        Credential responder = known.get(name.responderSlug());
        if (responder == null) {
            return new Hierarchy(root, issuing, newResponder(name, now, issuing));
        }
        issuing.remember(responder.certificate());
        return new Hierarchy(root, issuing, new Lazy<>(() -> responder));
    }

    Authority root() {
        return root;
    }

    Authority issuing() {
        return issuing;
    }

    /** Who signs OCSP answers about the issuing authority's certificates (RFC 6960 §4.2.2.2, delegated). */
    Credential responder() {
        return responder.get();
    }

    /** Key and chain of a service certificate issued by the issuing authority. */
    Credential service(String organisation, String name, Purpose purpose, Instant now) {
        return service(issuing, organisation, name, purpose, now);
    }

    private static Hierarchy make(HierarchyName name, Instant now, ServiceAddresses addresses) {
        CompletableFuture<KeyPair> second = CompletableFuture.supplyAsync(KeyAlgorithm.RSA_2048::generate);
        KeyPair rootKeys = KeyAlgorithm.RSA_2048.generate();
        X509Certificate rootCertificate = new CertificateDraft(
                        Subjects.service(name.organisation(), name.rootName()),
                        rootKeys.getPublic(),
                        Validity.ofRoot(now),
                        Purpose.ROOT)
                .selfSigned(rootKeys.getPrivate());
        Authority root = new Authority(
                name.rootSlug(), new Credential(rootKeys.getPrivate(), List.of(rootCertificate)), addresses);
        KeyPair issuingKeys = second.join();
        List<X509Certificate> chain = root.issue(new CertificateDraft(
                Subjects.service(name.organisation(), name.issuingName()),
                issuingKeys.getPublic(),
                Validity.ofIssuingAuthority(now),
                Purpose.ISSUING));
        Authority issuing =
                new Authority(name.issuingSlug(), new Credential(issuingKeys.getPrivate(), chain), addresses);
        return new Hierarchy(root, issuing, newResponder(name, now, issuing));
    }

    private static Lazy<Credential> newResponder(HierarchyName name, Instant now, Authority issuing) {
        return new Lazy<>(
                () -> service(issuing, name.organisation(), "OCSP " + name.issuingName(), Purpose.OCSP_ANSWERING, now));
    }

    private static Credential service(
            Authority issuer, String organisation, String name, Purpose purpose, Instant now) {
        KeyPair keys = KeyAlgorithm.RSA_2048.generate();
        return new Credential(
                keys.getPrivate(),
                issuer.issue(new CertificateDraft(
                        Subjects.service(organisation, name), keys.getPublic(), Validity.ofService(now), purpose)));
    }
}
