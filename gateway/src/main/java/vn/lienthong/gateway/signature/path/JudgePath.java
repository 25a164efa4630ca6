package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.RevocationFacts.Status;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * X.509 certificate validation (EN 319 102-1 §5.2.6): is there a path, is it in force at the best signature time, was
 * anything on it revoked. Time rules:
 *
 * <ul>
 *   <li>Certificates are judged at the time of a validated timestamp, else at the validation time. A claimed time never
 *       makes a verdict better.
 *   <li>It can make one worse: who says himself that he signed after expiry or revocation gets {@code EXPIRED} or
 *       {@code REVOKED}. Where his claim is earlier and nothing proves it: {@code OUT_OF_BOUNDS_NO_POE} or
 *       {@code REVOKED_NO_POE}, indeterminate.
 *   <li>Revocation after the time of a validated timestamp, else after the validation time, does not touch the signature:
 *       it was known to exist before.
 * </ul>
 */
public final class JudgePath {
    private final BuildPath paths;
    private final Revocations revocations;

    public JudgePath(BuildPath paths, Revocations revocations) {
        this.paths = paths;
        this.revocations = revocations;
    }

    /** Finds the facts and objects where they do not suffice. */
    public PathOutcome judge(
            KnownCertificate signer,
            List<KnownCertificate> others,
            Purpose purpose,
            Moment moment,
            Judgement judgement) {
        Optional<CertificatePath> path = paths.from(signer, others, purpose);
        inForce(signer, moment, judgement);
        if (path.isEmpty()) {
            judgement.object(
                    SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                    ErrorCode.SIGNATURE_UNTRUSTED,
                    "certificate of " + signer + ": no path to a trusted root (expected: one of our trust stores)");
            return new PathOutcome(PathStatus.UNTRUSTED, RevocationFacts.NOT_ASKED, Optional.empty());
        }
        Optional<String> branch = path.map(found -> found.branch().name());
        Optional<String> broken = path.get().broken();
        if (broken.isPresent()) {
            judgement.object(SubIndication.CHAIN_CONSTRAINTS_FAILURE, ErrorCode.SIGNATURE_UNTRUSTED, broken.get());
            return new PathOutcome(PathStatus.CONSTRAINTS_BROKEN, RevocationFacts.NOT_ASKED, branch);
        }
        path.get()
                .authorityOutOfForce(moment.used())
                .ifPresent(authority -> judgement.object(
                        SubIndication.OUT_OF_BOUNDS_NO_POE,
                        ErrorCode.SIGNATURE_INDETERMINATE,
                        "authority " + authority + ": in force " + authority.from() + " to " + authority.to()
                                + " (expected: at " + moment.used() + ")"));
        return new PathOutcome(PathStatus.TRUSTED, revocation(path.get(), moment, judgement), branch);
    }

    private static void inForce(KnownCertificate signer, Moment moment, Judgement judgement) {
        Instant used = moment.used();
        String span = "certificate of " + signer + ": in force " + signer.from() + " to " + signer.to();
        if (used.isBefore(signer.from())) {
            judgement.object(
                    SubIndication.NOT_YET_VALID,
                    ErrorCode.SIGNATURE_FAILED,
                    span + " (expected: at the best signature time, " + used + ")");
        } else if (used.isAfter(signer.to()) && moment.admitsAfter(signer.to())) {
            judgement.object(
                    SubIndication.EXPIRED,
                    ErrorCode.SIGNATURE_FAILED,
                    span + ", signed by its own word on " + moment.claimed() + " (expected: signed while in force)");
        } else if (used.isAfter(signer.to())) {
            judgement.object(
                    SubIndication.OUT_OF_BOUNDS_NO_POE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    span + " (expected: at " + used + ", or a proof that the signature is older)");
        }
    }

    private RevocationFacts revocation(CertificatePath path, Moment moment, Judgement judgement) {
        RevocationFacts facts = RevocationFacts.NOT_ASKED;
        List<KnownCertificate> certificates = path.certificates();
        for (int at = certificates.size() - 2; at >= 0; at--) {
            facts = one(certificates.get(at), certificates.get(at + 1), at == 0, moment, judgement);
            if (facts.status() != Status.GOOD) {
                miss(certificates.subList(0, at + 1), moment);
                break;
            }
        }
        return facts;
    }

    /** Asks about those below too: what is missed is then fetched at once, not one authority after the other. */
    private void miss(List<KnownCertificate> below, Moment moment) {
        for (int at = below.size() - 2; at >= 0; at--) {
            revocations.ask(below.get(at).certificate(), below.get(at + 1).certificate(), moment.validation());
        }
    }

    private RevocationFacts one(
            KnownCertificate subject, KnownCertificate issuer, boolean signer, Moment moment, Judgement judgement) {
        RevocationAnswer answer = revocations.ask(subject.certificate(), issuer.certificate(), moment.validation());
        return switch (answer) {
            case RevocationAnswer.Good good ->
                new RevocationFacts(Status.GOOD, Optional.empty(), good.source(), Optional.of(good.thisUpdate()));
            case RevocationAnswer.Revoked revoked -> {
                if (!moment.used().isBefore(revoked.at())) {
                    objectToRevoked(subject, signer, revoked, moment, judgement);
                }
                yield new RevocationFacts(
                        Status.REVOKED, Optional.of(revoked.at()), revoked.source(), Optional.of(revoked.thisUpdate()));
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

    private static void objectToRevoked(
            KnownCertificate subject,
            boolean signer,
            RevocationAnswer.Revoked revoked,
            Moment moment,
            Judgement judgement) {
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
