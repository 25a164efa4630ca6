package vn.lienthong.gateway.signature.path;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * Collects what a later verification of certificates will need (EN 319 142-1 §5.4.2): the authorities of their paths, and what
 * was published about the revocation of each. Only from what is at hand. One for the life of its trust stores; safe for many
 * threads.
 */
public final class GatherEvidence {
    private final BuildPath building;
    private final KeptRevocations revocations;

    public GatherEvidence(
            TrustStores stores, Certificates certificates, KeptRevocations revocations, ValidationPolicy policy) {
        this.building = new BuildPath(stores, certificates, policy);
        this.revocations = revocations;
    }

    /** Whose path is asked about. */
    public interface Leaf {
        KnownCertificate certificate();

        List<KnownCertificate> enclosed();

        Purpose purpose();
    }

    /**
     * What was found.
     *
     * @param lacking of whom nothing is at hand, in words
     * @param oldest as of when the oldest of what speaks of signers themselves does; of authorities less often something is
     *     published
     */
    public record Gathered(CarriedEvidence evidence, List<String> lacking, Optional<Instant> oldest) {
        public Gathered {
            lacking = List.copyOf(lacking);
        }
    }

    public Gathered about(List<? extends Leaf> leaves) {
        Collection collection = new Collection();
        leaves.forEach(leaf -> building.from(leaf.certificate(), leaf.enclosed(), leaf.purpose())
                .ifPresentOrElse(
                        collection::add, () -> collection.lack("no path to a trusted root", leaf.certificate())));
        return collection.gathered();
    }

    private final class Collection {
        private final Map<Sha256, byte[]> certificates = new LinkedHashMap<>();
        private final Map<Sha256, byte[]> lists = new LinkedHashMap<>();
        private final Map<Sha256, byte[]> answers = new LinkedHashMap<>();
        private final List<String> lacking = new ArrayList<>();
        private Optional<Instant> oldest = Optional.empty();

        void add(CertificatePath path) {
            List<KnownCertificate> steps = path.certificates();
            steps.forEach(step -> certificates.computeIfAbsent(step.digest(), digest -> encoded(step)));
            for (int at = 0; at + 1 < steps.size(); at++) {
                KnownCertificate subject = steps.get(at);
                boolean signer = at == 0;
                revocations
                        .about(subject.certificate(), steps.get(at + 1).certificate())
                        .ifPresentOrElse(
                                published -> add(published, signer), () -> lack("no revocation list", subject));
            }
        }

        private void add(KeptRevocations.Published published, boolean signer) {
            (published.answer() ? answers : lists).put(Sha256.of(published.der()), published.der());
            if (signer && oldest.filter(published.at()::isAfter).isEmpty()) {
                oldest = Optional.of(published.at());
            }
        }

        void lack(String what, KnownCertificate of) {
            lacking.add(what + ": " + of);
        }

        Gathered gathered() {
            return new Gathered(
                    new CarriedEvidence(certificates.values(), lists.values(), answers.values()),
                    lacking.stream().distinct().toList(),
                    oldest);
        }

        private static byte[] encoded(KnownCertificate certificate) {
            try {
                return certificate.certificate().getEncoded();
            } catch (CertificateEncodingException broken) {
                throw new IllegalStateException("certificate: cannot be encoded (expected: read from DER)", broken);
            }
        }
    }
}
