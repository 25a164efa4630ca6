package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Looks at an agency's own seal as its receivers will: by our trust stores and the revocation that is known here. Opens no
 * socket; what is missed is remembered for whoever fetches lists. Safe for many threads.
 */
public final class SealTrust {

    private final Supplier<TrustStores> stores;
    private final Revocations revocations;
    private final ValidationPolicy policy;
    private final Certificates certificates = new Certificates();
    private volatile @Nullable Paths paths;

    /** By the standard policy. */
    public SealTrust(Supplier<TrustStores> stores, Revocations revocations) {
        this(stores, revocations, ValidationPolicy.standard());
    }

    /** @param stores as they are now, whenever it is asked */
    public SealTrust(Supplier<TrustStores> stores, Revocations revocations, ValidationPolicy policy) {
        this.stores = stores;
        this.revocations = revocations;
        this.policy = policy;
    }

    private record Paths(TrustStores of, BuildPath building) {}

    /** What receivers will say against the path of the key's certificate; empty where they will trust it. */
    public Optional<String> doubt(SigningKey key, Instant at) {
        return doubt(certificates.of(key.certificate()), others(key), at);
    }

    /** The same of a certificate whose key is not at hand. */
    public Optional<String> doubt(SealCertificate seal, Instant at) {
        return certificates
                .read(Base64.getDecoder().decode(seal.base64()))
                .map(leaf -> doubt(leaf, List.of(), at))
                .orElseGet(() -> Optional.of("no certificate"));
    }

    private Optional<String> doubt(KnownCertificate leaf, List<KnownCertificate> others, Instant at) {
        Optional<CertificatePath> path = path(leaf, others);
        if (path.isEmpty()) {
            return Optional.of("no path to a trusted root");
        }
        return path.get().broken().or(() -> path.get()
                .authorityOutOfForce(at)
                .map(authority ->
                        "authority " + authority + ": in force " + authority.from() + " to " + authority.to()));
    }

    /** Since when the certificate of the key, or an authority above it, is revoked; empty where nothing is known of that. */
    public Optional<Instant> revoked(SigningKey key, Instant at) {
        return revoked(certificates.of(key.certificate()), others(key), at);
    }

    /** The same of a seal whose key is not at hand. */
    public Optional<Instant> revoked(SealCertificate seal, Instant at) {
        return certificates
                .read(Base64.getDecoder().decode(seal.base64()))
                .flatMap(leaf -> revoked(leaf, List.of(), at));
    }

    private Optional<Instant> revoked(KnownCertificate leaf, List<KnownCertificate> others, Instant at) {
        Optional<CertificatePath> path = path(leaf, others);
        List<KnownCertificate> steps = path.map(CertificatePath::certificates).orElse(List.of());
        for (int i = 0; i + 1 < steps.size(); i++) {
            RevocationAnswer answer =
                    revocations.ask(steps.get(i).certificate(), steps.get(i + 1).certificate(), at);
            if (answer instanceof RevocationAnswer.Revoked revoked && !at.isBefore(revoked.unsafeFrom())) {
                return Optional.of(revoked.unsafeFrom());
            }
        }
        return Optional.empty();
    }

    private List<KnownCertificate> others(SigningKey key) {
        return key.chain().stream().skip(1).map(certificates::of).toList();
    }

    private Optional<CertificatePath> path(KnownCertificate leaf, List<KnownCertificate> others) {
        TrustStores now = stores.get();
        Paths known = paths;
        if (known == null || !known.of().equals(now)) {
            known = new Paths(now, new BuildPath(now, certificates, policy));
            paths = known;
        }
        return known.building().from(leaf, others, Purpose.DOCUMENTS);
    }
}
