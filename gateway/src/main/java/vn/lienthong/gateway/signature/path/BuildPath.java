package vn.lienthong.gateway.signature.path;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * Finds the way from a certificate to one of our roots (EN 319 102-1 §5.2.6): depth and work bounded, candidates from the
 * signature and from our own stores. What was found is remembered per certificate, so that a known signer costs nothing.
 * Safe for many threads.
 */
public final class BuildPath {
    private static final int REMEMBERED = 10_000;
    private static final int SIGNATURES_PER_SEARCH = 24;

    private final Map<X500Principal, List<Issuer>> ours = new HashMap<>();
    private final PathProfile profile;
    private final int maximumLength;
    private final BoundedCache<Key, CertificatePath> found = new BoundedCache<>(REMEMBERED);

    public BuildPath(TrustStores stores, Certificates certificates, ValidationPolicy policy) {
        this.profile = new PathProfile(policy);
        this.maximumLength = policy.maximumPathLength();
        for (TrustStore store : stores.stores()) {
            store.anchors().forEach(root -> add(new Issuer(certificates.of(root), store.branch(), true)));
            store.intermediates().forEach(ca -> add(new Issuer(certificates.of(ca), store.branch(), false)));
        }
    }

    private void add(Issuer issuer) {
        ours.computeIfAbsent(issuer.certificate().subject(), name -> new ArrayList<>())
                .add(issuer);
    }

    /**
     * The path of a certificate.
     *
     * @param others certificates that came with the signature: possible steps, never trusted
     * @return empty when none of our roots is reached
     */
    public Optional<CertificatePath> from(KnownCertificate leaf, List<KnownCertificate> others, Purpose purpose) {
        Key key = new Key(leaf.digest(), purpose);
        CertificatePath known = found.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CertificatePath> path = new Search(others, purpose).from(leaf);
        path.filter(complete -> complete.broken().isEmpty()).ifPresent(complete -> found.put(key, complete));
        return path;
    }

    private record Key(Sha256 certificate, Purpose purpose) {}

    private record Issuer(KnownCertificate certificate, TrustBranch branch, boolean root) {}

    /** One search, depth first: the first path without fault wins, else the first faulty one is told of. */
    private final class Search {
        private final List<KnownCertificate> others;
        private final Purpose purpose;
        private int signaturesLeft = SIGNATURES_PER_SEARCH;
        private Optional<CertificatePath> faulty = Optional.empty();

        Search(List<KnownCertificate> others, Purpose purpose) {
            this.others = others;
            this.purpose = purpose;
        }

        Optional<CertificatePath> from(KnownCertificate leaf) {
            return known(leaf).or(() -> step(List.of(leaf))).or(() -> faulty);
        }

        /**
         * A signer that an administrator named himself, such as a gateway's own seal: an anchor needs no path (EN 319 102-1
         * §5.2.6.4). Never an authority's certificate, which the profile refuses as a signer.
         */
        private Optional<CertificatePath> known(KnownCertificate leaf) {
            return ours.getOrDefault(leaf.subject(), List.of()).stream()
                    .filter(issuer -> issuer.root() && issuer.certificate().equals(leaf))
                    .map(anchor ->
                            new CertificatePath(anchor.branch(), List.of(leaf), profile.broken(List.of(leaf), purpose)))
                    .filter(path -> path.broken().isEmpty())
                    .findFirst();
        }

        private Optional<CertificatePath> step(List<KnownCertificate> path) {
            KnownCertificate last = path.getLast();
            List<Issuer> candidates = ours.getOrDefault(last.issuer(), List.of());
            for (Issuer issuer : candidates) {
                Optional<CertificatePath> complete = issuer.root() ? arrive(path, issuer) : Optional.empty();
                if (complete.isPresent()) {
                    return complete;
                }
            }
            if (path.size() >= maximumLength - 1) {
                return Optional.empty();
            }
            return through(path, candidates);
        }

        private Optional<CertificatePath> through(List<KnownCertificate> path, List<Issuer> candidates) {
            KnownCertificate last = path.getLast();
            List<KnownCertificate> steps = new ArrayList<>();
            candidates.stream().filter(issuer -> !issuer.root()).forEach(issuer -> steps.add(issuer.certificate()));
            others.stream()
                    .filter(other -> other.subject().equals(last.issuer()) && !steps.contains(other))
                    .forEach(steps::add);
            for (KnownCertificate step : steps) {
                if (!path.contains(step) && signedBy(last, step)) {
                    Optional<CertificatePath> complete = step(longer(path, step));
                    if (complete.isPresent()) {
                        return complete;
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<CertificatePath> arrive(List<KnownCertificate> path, Issuer root) {
            if (path.contains(root.certificate()) || !signedBy(path.getLast(), root.certificate())) {
                return Optional.empty();
            }
            List<KnownCertificate> complete = longer(path, root.certificate());
            Optional<String> broken = profile.broken(complete, purpose).or(() -> PkixCheck.broken(complete));
            CertificatePath result = new CertificatePath(root.branch(), complete, broken);
            if (broken.isEmpty()) {
                return Optional.of(result);
            }
            faulty = faulty.or(() -> Optional.of(result));
            return Optional.empty();
        }

        private boolean signedBy(KnownCertificate subject, KnownCertificate issuer) {
            if (signaturesLeft-- <= 0) {
                return false;
            }
            try {
                subject.certificate().verify(issuer.certificate().getPublicKey());
                return true;
            } catch (GeneralSecurityException | IllegalArgumentException notHis) {
                return false;
            }
        }

        private static List<KnownCertificate> longer(List<KnownCertificate> path, KnownCertificate next) {
            List<KnownCertificate> longer = new ArrayList<>(path);
            longer.add(next);
            return List.copyOf(longer);
        }
    }
}
