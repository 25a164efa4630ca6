package vn.lienthong.gateway.signature.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.GatherEvidence;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Purpose;

/**
 * Whose certificate a CMS value names as its signer's. Nothing is judged: this is for who collects what such a judgement will need.
 *
 * @param enclosed what came along: possible steps of a path
 */
public record NamedSigner(KnownCertificate certificate, List<KnownCertificate> enclosed, Purpose purpose)
        implements GatherEvidence.Leaf {
    public NamedSigner {
        enclosed = List.copyOf(enclosed);
    }

    /**
     * The signer of a value, and that of the timestamp beside it; who did not come along is left out.
     *
     * @param purpose what the value itself is
     */
    public static List<NamedSigner> of(CmsSignature cms, Purpose purpose, Certificates certificates) {
        List<NamedSigner> signers = new ArrayList<>(2);
        of(cms, purpose, certificates, signers);
        timestamp(cms).ifPresent(token -> of(token, Purpose.TIMESTAMPS, certificates, signers));
        return signers;
    }

    private static void of(CmsSignature cms, Purpose purpose, Certificates certificates, List<NamedSigner> into) {
        List<KnownCertificate> enclosed = cms.certificates().stream()
                .flatMap(der -> certificates.read(der).stream())
                .toList();
        new IdentifySigner(Level.IGNORE)
                .among(enclosed, cms.signer(), new Judgement("signer"))
                .ifPresent(certificate -> into.add(new NamedSigner(certificate, enclosed, purpose)));
    }

    /** The timestamp token that lies beside a signature (EN 319 122-1 §5.3). */
    public static Optional<CmsSignature> timestamp(CmsSignature cms) {
        Der values = cms.signer().unsigned().get(CheckTimestamp.TOKEN);
        if (values == null) {
            return Optional.empty();
        }
        try {
            List<Der> tokens = values.children();
            return tokens.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CmsSignature.read(tokens.getFirst().encoded()));
        } catch (CmsException malformed) {
            // What is no token speaks for nobody.
            return Optional.empty();
        }
    }
}
