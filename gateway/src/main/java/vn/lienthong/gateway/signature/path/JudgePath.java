package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

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
    private final Certificates certificates;
    private final Revocations revocations;
    private final ValidationPolicy policy;

    public JudgePath(BuildPath paths, Certificates certificates, Revocations revocations, ValidationPolicy policy) {
        this.paths = paths;
        this.certificates = certificates;
        this.revocations = revocations;
        this.policy = policy;
    }

    /**
     * Whether a path is found at all, with what came along: the same that {@link #judge} looks for.
     *
     * @param others certificates that came with the signature: possible steps, never trusted
     */
    public boolean reaches(
            KnownCertificate signer, List<KnownCertificate> others, Purpose purpose, CarriedEvidence carried) {
        return paths.from(signer, withCarried(others, carried), purpose).isPresent();
    }

    /**
     * Finds the facts and objects where they do not suffice.
     *
     * @param others certificates that came with the signature: possible steps, never trusted
     * @param proofs what is known beside the signature: what came along is asked where we know nothing ourselves, and counts only
     *     where it covers the instant from which on existence is proved. The time that a timestamp claims for itself is no such
     *     instant
     */
    public PathOutcome judge(
            KnownCertificate signer,
            List<KnownCertificate> others,
            Purpose purpose,
            Moment moment,
            Proofs proofs,
            Judgement judgement) {
        Optional<CertificatePath> path = paths.from(signer, withCarried(others, proofs.carried()), purpose);
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
        Revocations known = proofs.carried().speaksOfRevocation()
                ? new CarriedRevocations(revocations, proofs.carried(), proofs.known(), policy.clockSkew())
                : revocations;
        JudgeRevocation revocation = new JudgeRevocation(
                known, purpose, moment, proofs.known(), policy.level(Rule.SIGNED_AFTER_INVALIDITY, branch), judgement);
        return new PathOutcome(PathStatus.TRUSTED, revocation.of(path.get()), branch);
    }

    private List<KnownCertificate> withCarried(List<KnownCertificate> others, CarriedEvidence carried) {
        return carried.certificates().isEmpty()
                ? others
                : Stream.concat(
                                others.stream(),
                                carried.certificates().stream().flatMap(der -> certificates.read(der).stream()))
                        .distinct()
                        .toList();
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
}
