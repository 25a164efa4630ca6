package vn.lienthong.gateway.signature.path;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Validation data that came along with signatures (EN 319 122-1 §5.4, EN 319 142-1 §5.4): nothing of it is trusted because
 * it is there. What cannot be read, or speaks of somebody else, is passed over; so is what comes twice, and what goes beyond a
 * bound of number and size: whoever encloses more has no claim to be looked at for longer. Each value is read once. Used by one
 * thread, for one file.
 */
public final class CarriedEvidence {
    /** Nothing came along. */
    public static final CarriedEvidence NONE = new CarriedEvidence(List.of(), List.of(), List.of());

    private static final int VALUES_OF_A_KIND = 64;
    private static final int BYTES_OF_A_KIND = 16 << 20;

    private final List<byte[]> certificates;
    private final List<byte[]> lists;
    private final List<byte[]> answers;
    private final Map<X509Certificate, List<OcspAnswer>> answersOf = new HashMap<>();
    private final Map<X509Certificate, List<RevocationList>> listsOf = new HashMap<>();
    private final List<X509CRL> readLists = new ArrayList<>();
    private boolean listsRead;

    /**
     * Takes values as they are encoded.
     *
     * @param certificates DER of certificates: possible steps of a path
     * @param lists DER of revocation lists (RFC 5280 §5)
     * @param answers DER of OCSP answers (RFC 6960), either {@code OCSPResponse} or the {@code BasicOCSPResponse} inside
     */
    public CarriedEvidence(Collection<byte[]> certificates, Collection<byte[]> lists, Collection<byte[]> answers) {
        this.certificates = bounded(certificates);
        this.lists = bounded(lists);
        this.answers = bounded(answers);
    }

    private static List<byte[]> bounded(Collection<byte[]> values) {
        Map<Sha256, byte[]> once = new LinkedHashMap<>();
        long bytes = 0;
        for (byte[] value : values) {
            bytes += value.length;
            if (once.size() >= VALUES_OF_A_KIND || bytes > BYTES_OF_A_KIND) {
                break;
            }
            once.put(Sha256.of(value), value);
        }
        return List.copyOf(once.values());
    }

    /** Both together, ours first. */
    public CarriedEvidence and(CarriedEvidence more) {
        return more.isEmpty()
                ? this
                : isEmpty()
                        ? more
                        : new CarriedEvidence(
                                joined(certificates, more.certificates),
                                joined(lists, more.lists),
                                joined(answers, more.answers));
    }

    private static List<byte[]> joined(List<byte[]> one, List<byte[]> other) {
        List<byte[]> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return certificates.isEmpty() && !speaksOfRevocation();
    }

    /** DER of the certificates. */
    public List<byte[]> certificates() {
        return certificates;
    }

    /** DER of the revocation lists. */
    public List<byte[]> lists() {
        return lists;
    }

    /** DER of the OCSP answers. */
    public List<byte[]> answers() {
        return answers;
    }

    boolean speaksOfRevocation() {
        return !lists.isEmpty() || !answers.isEmpty();
    }

    /** The answers about an issuer's certificates that he, or whom he named, signed. */
    List<OcspAnswer> answersOf(X509Certificate issuer) {
        return answersOf.computeIfAbsent(issuer, known -> answers.stream()
                .flatMap(der -> ReadOcsp.checked(der, known).stream())
                .toList());
    }

    /** The lists that an issuer signed. */
    List<RevocationList> listsOf(X509Certificate issuer) {
        return listsOf.computeIfAbsent(issuer, known -> readLists().stream()
                .filter(crl -> crl.getIssuerX500Principal().equals(known.getSubjectX500Principal()))
                .flatMap(crl -> checked(crl, known).stream())
                .toList());
    }

    private List<X509CRL> readLists() {
        if (!listsRead) {
            listsRead = true;
            for (byte[] der : lists) {
                try {
                    readLists.add(RevocationList.parse(der));
                } catch (CRLException | RuntimeException malformed) {
                    // A stranger's bytes: what is no list says nothing.
                }
            }
        }
        return readLists;
    }

    private static Optional<RevocationList> checked(X509CRL crl, X509Certificate issuer) {
        try {
            boolean may = PathProfile.accepts(crl.getSigAlgOID())
                    && KeyUse.allowedBy(issuer.getKeyUsage()).contains(KeyUse.SIGN_REVOCATION_LISTS);
            return may ? Optional.of(RevocationList.checked(crl, issuer.getPublicKey())) : Optional.empty();
        } catch (CRLException | RuntimeException useless) {
            // As above: what is not this issuer's says nothing about his certificates.
            return Optional.empty();
        }
    }
}
