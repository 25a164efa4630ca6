package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.RevocationFacts.Status;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * Whether anything on a path is revoked (EN 319 102-1 §5.2.6.4), asked from the root down. A timestamp's own word on when it
 * was made is worth nothing once its key may be in other hands (RFC 3161 §4, points 1 and 2): it holds where the authority
 * was revoked for another reason later, or where something else proves that the token is older.
 */
final class JudgeRevocation {
    /** After these, tokens made before stay good (RFC 3161 §4, point 1). */
    private static final Set<String> KEY_STAYED_SAFE =
            Set.of("UNSPECIFIED", "AFFILIATION_CHANGED", "SUPERSEDED", "CESSATION_OF_OPERATION");

    private final Revocations revocations;
    private final Purpose purpose;
    private final Moment moment;
    private final Instant known;
    private final Level invalidity;
    private final Judgement judgement;

    /**
     * One judgement of one path.
     *
     * @param invalidity what it means that a signature was made after the invalidityDate
     * @param known since when the signature or token is proved to exist by something else than itself
     */
    JudgeRevocation(
            Revocations revocations,
            Purpose purpose,
            Moment moment,
            Instant known,
            Level invalidity,
            Judgement judgement) {
        this.revocations = revocations;
        this.purpose = purpose;
        this.moment = moment;
        this.known = known;
        this.invalidity = invalidity;
        this.judgement = judgement;
    }

    RevocationFacts of(CertificatePath path) {
        RevocationFacts facts = RevocationFacts.NOT_ASKED;
        List<KnownCertificate> certificates = path.certificates();
        for (int at = certificates.size() - 2; at >= 0; at--) {
            facts = facts(certificates.get(at), ask(path, at), at == 0);
            if (facts.status() != Status.GOOD) {
                // Asks about those below too: what is missed is then fetched at once, not one authority after the
                // other.
                for (int below = at - 1; below >= 0; below--) {
                    ask(path, below);
                }
                break;
            }
        }
        return facts;
    }

    private RevocationAnswer ask(CertificatePath path, int at) {
        return revocations.ask(
                path.certificates().get(at).certificate(),
                path.certificates().get(at + 1).certificate(),
                moment.validation(),
                path.branch());
    }

    private RevocationFacts facts(KnownCertificate subject, RevocationAnswer answer, boolean signer) {
        return switch (answer) {
            case RevocationAnswer.Good good ->
                new RevocationFacts(
                        Status.GOOD,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        good.source(),
                        Optional.of(good.thisUpdate()),
                        good.evidence(),
                        good.word());
            case RevocationAnswer.Revoked revoked -> {
                if (!madeBy(revoked).isBefore(revoked.at())) {
                    object(subject, signer, revoked);
                } else if (!madeBy(revoked).isBefore(revoked.unsafeFrom())) {
                    weighInvalidity(subject, signer, revoked);
                }
                yield new RevocationFacts(
                        Status.REVOKED,
                        Optional.of(revoked.at()),
                        revoked.invalidFrom(),
                        Optional.of(revoked.reason()),
                        revoked.source(),
                        Optional.of(revoked.thisUpdate()),
                        revoked.evidence(),
                        revoked.word());
            }
            case RevocationAnswer.Unknown unknown -> {
                judgement.object(
                        SubIndication.TRY_LATER,
                        ErrorCode.SIGNATURE_INDETERMINATE,
                        "revocation of " + subject + ": not known, " + unknown.reason()
                                + " (expected: a fresh answer in cache)");
                yield new RevocationFacts(Status.UNKNOWN, Optional.empty(), unknown.reason(), Optional.empty());
            }
        };
    }

    /** When it was made at the latest, as far as that can be believed under the revocation. */
    private Instant madeBy(RevocationAnswer.Revoked revoked) {
        // A date since when the key is in doubt says that it did not stay safe, whatever the reason says.
        boolean ownWord = purpose == Purpose.DOCUMENTS
                || (KEY_STAYED_SAFE.contains(revoked.reason())
                        && revoked.invalidFrom().isEmpty());
        return ownWord ? moment.used() : known;
    }

    /**
     * Made before the revocation, but after the instant since when the authority doubts the key (RFC 5280 §5.3.2): a thief
     * gets timestamps as well as the owner. The date may be the owner's word alone, who may want to be rid of what he signed
     * (X.509 §9.5.2.4): so it never fails a signature for certain, and the policy may weigh it.
     */
    private void weighInvalidity(KnownCertificate subject, boolean signer, RevocationAnswer.Revoked revoked) {
        judgement.weigh(
                invalidity,
                signer ? SubIndication.REVOKED_NO_POE : SubIndication.REVOKED_CA_NO_POE,
                ErrorCode.SIGNATURE_INDETERMINATE,
                "certificate of " + subject + ": revoked " + revoked.at() + ", " + revoked.reason()
                        + ", in doubt since " + revoked.unsafeFrom()
                        + " (expected: a proof that the signature is older than the doubt)");
    }

    private void object(KnownCertificate subject, boolean signer, RevocationAnswer.Revoked revoked) {
        boolean admitted = signer && moment.admitsAfter(revoked.at());
        SubIndication because = admitted
                ? SubIndication.REVOKED
                : signer ? SubIndication.REVOKED_NO_POE : SubIndication.REVOKED_CA_NO_POE;
        judgement.object(
                because,
                admitted ? ErrorCode.SIGNATURE_FAILED : ErrorCode.SIGNATURE_INDETERMINATE,
                "certificate of " + subject + ": revoked " + revoked.at() + ", " + revoked.reason()
                        + " (expected: not revoked, or a proof that the signature is older)");
    }
}
