package vn.lienthong.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;
import vn.lienthong.gateway.signature.secondopinion.RevocationAtHand;

/** Ours and the EU's engine over the same files, roots and lists: the same indication, or a difference that a clause settles. */
public final class SecondOpinions {
    /** Where ours is stricter by right, by our reason. */
    private static final Map<SubIndication, String> STRICTER = Map.of(
            SubIndication.REVOKED, "EN 319 102-1 §5.3.4: signed after the revocation by the signer's own word",
            SubIndication.EXPIRED, "EN 319 102-1 §5.3.4: signed after the expiry by the signer's own word",
            SubIndication.NOT_YET_VALID, "EN 319 102-1 §5.5.4 2): the certificate begins after the best signature time",
            SubIndication.CHAIN_CONSTRAINTS_FAILURE, "RFC 5280 §4.2.1.3: key usage, which DSS does not ask for",
            SubIndication.FORMAT_FAILURE, "RFC 5652 §5.3, §11: parts that must agree, or may be there once",
            SubIndication.SIG_CONSTRAINTS_FAILURE, "EN 319 102-1 §5.2.8: our policy on files under no signature");

    private final DssOpinion dss;

    public SecondOpinions(DevelopmentPki pki) {
        this.dss = new DssOpinion(DevTrust.stores(pki), () -> RevocationAtHand.of(lists(pki)));
    }

    /** The lists of a PKI, encoded. */
    public static List<byte[]> lists(DevelopmentPki pki) {
        List<byte[]> lists = new ArrayList<>();
        for (X509CRL list : pki.crls()) {
            try {
                lists.add(list.getEncoded());
            } catch (CRLException fault) {
                throw new AssertionError(fault);
            }
        }
        return lists;
    }

    /** What the other engine says of all signatures together; indeterminate where it finds none or says nothing. */
    public Indication theirs(SignedFile file, SignedFile... beside) {
        try {
            return dss.about(file, List.of(beside), DevTrust.NOW).signatures().stream()
                    .map(Opinion.OfSignature::indication)
                    .reduce(Indication::worse)
                    .orElse(Indication.INDETERMINATE);
        } catch (NoOpinion silent) {
            return Indication.INDETERMINATE;
        }
    }

    /**
     * Equal, or ours is the worse for a reason of the list; a file that is no strict CMS or archive is broken here at once.
     *
     * @return how it came out
     */
    public String agreeOrDifferByRight(SignatureReport ours, SignedFile file, SignedFile... beside) {
        Indication theirs = theirs(file, beside);
        if (ours.overall() == theirs) {
            return "both " + theirs;
        }
        assertThat(ours.overall().worse(theirs)).as(ours + " against " + theirs).isEqualTo(ours.overall());
        List<SubIndication> reasons = ours.verdicts().stream()
                .map(SignatureVerdict::subIndication)
                .flatMap(Optional::stream)
                .toList();
        if (ours.presence() != Presence.BROKEN) {
            assertThat(reasons).as(ours + " against " + theirs).anyMatch(STRICTER::containsKey);
        }
        return ours.presence() + " " + reasons + " / " + theirs;
    }
}
