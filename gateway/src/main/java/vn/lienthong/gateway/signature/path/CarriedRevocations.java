package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.RevocationWord;

/**
 * Revocation as it is known here, and where nothing is known here, as lists and answers say that came along (EN 319 102-1
 * §5.2.5 with §5.6.2.1): each counts only with its issuer's signature, and only where it covers the instant at which the
 * signature is proved to have existed. Who is revoked in either is revoked.
 */
final class CarriedRevocations implements Revocations {
    private final Revocations ours;
    private final CarriedEvidence carried;
    private final Instant covered;
    private final Duration clockSkew;

    /**
     * Looks at both.
     *
     * @param covered the best signature time: what came along must cover it
     */
    CarriedRevocations(Revocations ours, CarriedEvidence carried, Instant covered, Duration clockSkew) {
        this.ours = ours;
        this.carried = carried;
        this.covered = covered;
        this.clockSkew = clockSkew;
    }

    @Override
    public RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at) {
        return withCarried(certificate, issuer, ours.ask(certificate, issuer, at));
    }

    @Override
    public RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at, TrustBranch branch) {
        return withCarried(certificate, issuer, ours.ask(certificate, issuer, at, branch));
    }

    private RevocationAnswer withCarried(X509Certificate certificate, X509Certificate issuer, RevocationAnswer known) {
        if (known instanceof RevocationAnswer.Revoked) {
            return known;
        }
        List<RevocationAnswer> brought = new ArrayList<>(answers(certificate, issuer));
        brought.addAll(lists(certificate, issuer));
        Optional<RevocationAnswer> revoked = brought.stream()
                .filter(RevocationAnswer.Revoked.class::isInstance)
                .findFirst();
        return revoked.orElseGet(() -> known instanceof RevocationAnswer.Good
                ? known
                : brought.stream().findFirst().orElse(known));
    }

    private List<RevocationAnswer> answers(X509Certificate certificate, X509Certificate issuer) {
        return carried.answersOf(issuer).stream()
                .flatMap(answer -> said(answer, certificate, issuer).stream())
                .toList();
    }

    private Optional<RevocationAnswer> said(OcspAnswer answer, X509Certificate certificate, X509Certificate issuer) {
        String source =
                "OCSP of " + answer.responder().getSubjectX500Principal().getName();
        return answer.of(certificate.getSerialNumber())
                .filter(single -> answer.standsAt(covered))
                .filter(single -> answer.trustedAlone() || stands(answer.responder(), issuer))
                .flatMap(single -> {
                    RevocationWord word = single.word(answer.responder(), answer.digest());
                    return single.revoked() != null
                            ? Optional.of(revoked(single.revoked(), source, word))
                            : single.covers(certificate, covered, clockSkew)
                                    ? Optional.of(good(source, word))
                                    : Optional.empty();
                });
    }

    /** A responder without the mark that it needs no check is asked about itself: by lists, since it answers for the rest. */
    private boolean stands(X509Certificate responder, X509Certificate issuer) {
        return ours.ask(responder, issuer, covered) instanceof RevocationAnswer.Good
                || lists(responder, issuer).stream().anyMatch(RevocationAnswer.Good.class::isInstance);
    }

    private List<RevocationAnswer> lists(X509Certificate certificate, X509Certificate issuer) {
        return carried.listsOf(issuer).stream()
                .flatMap(list -> said(list, certificate).stream())
                .toList();
    }

    private Optional<RevocationAnswer> said(RevocationList list, X509Certificate certificate) {
        String source = "CRL of " + list.issuer().getName();
        if (list.scope() != null && !DistributionPoints.of(certificate).contains(list.scope())) {
            return Optional.empty();
        }
        return list.entry(certificate.getSerialNumber())
                .map(entry -> revoked(entry, source, list.word()))
                .or(() -> list.silenceCovers(certificate, covered, clockSkew)
                        ? Optional.of(good(source, list.word()))
                        : Optional.empty());
    }

    private static RevocationAnswer revoked(RevocationList.Entry entry, String source, RevocationWord word) {
        return new RevocationAnswer.Revoked(
                entry.at(),
                entry.reason(),
                Optional.ofNullable(entry.invalidFrom()),
                source,
                word.thisUpdate(),
                Optional.empty(),
                Optional.of(word));
    }

    private static RevocationAnswer good(String source, RevocationWord word) {
        return new RevocationAnswer.Good(
                source,
                word.thisUpdate(),
                word.nextUpdate().orElse(word.thisUpdate()),
                Optional.empty(),
                Optional.of(word));
    }
}
