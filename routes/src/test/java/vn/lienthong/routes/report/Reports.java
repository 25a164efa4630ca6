package vn.lienthong.routes.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.RevocationWord;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;

/** Reports with one thing changed at a time. */
final class Reports {
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private Reports() {}

    static SignatureFacts facts(
            Coverage coverage,
            Integrity integrity,
            PathStatus path,
            RevocationFacts.Status revocation,
            List<Change> changes) {
        return new SignatureFacts(
                "Signature1",
                "ETSI.CAdES.detached",
                Optional.of(new SignerFacts(
                        "Sở Nội vụ \u202eX",
                        "UBND tỉnh Thử Nghiệm",
                        Optional.of("H53.10"),
                        "CN=CA",
                        "0a",
                        Sha256.of(new byte[0]),
                        NOW.minusSeconds(1000),
                        NOW.plusSeconds(1000),
                        Optional.of("GOVERNMENT"))),
                new TimeFacts(Optional.of(NOW), Optional.empty(), false, NOW),
                new AlgorithmFacts("SHA-256", "RSA", 2048),
                coverage,
                integrity,
                path,
                new RevocationFacts(
                        revocation,
                        Optional.of(NOW),
                        revocation == RevocationFacts.Status.REVOKED
                                ? Optional.of(NOW.minusSeconds(60))
                                : Optional.empty(),
                        revocation == RevocationFacts.Status.REVOKED ? Optional.of("KEY_COMPROMISE") : Optional.empty(),
                        "CRL",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new RevocationWord(
                                "CN=CA", NOW, Optional.of(NOW.plusSeconds(600)), Sha256.of(new byte[0])))),
                changes);
    }

    static SignatureFacts good() {
        return facts(Coverage.WHOLE_FILE, Integrity.INTACT, PathStatus.TRUSTED, RevocationFacts.Status.GOOD, List.of());
    }

    static SignatureReport of(SignatureVerdict verdict, DocumentTimestamp... stamps) {
        return new SignatureReport("a.pdf", Presence.SIGNED, List.of(verdict), List.of(stamps), List.of());
    }

    static SignatureReport passed(SignatureFacts facts) {
        return of(SignatureVerdict.passed(facts, List.of()));
    }

    static SignatureReport at(TimeFacts time) {
        SignatureFacts good = good();
        return passed(new SignatureFacts(
                good.field(),
                good.subFilter(),
                good.signer(),
                time,
                good.algorithms(),
                good.coverage(),
                good.integrity(),
                good.path(),
                good.revocation(),
                good.changesAfter()));
    }

    static SignatureReport because(SubIndication reason) {
        return of(SignatureVerdict.because(reason, good(), List.of()));
    }

    static DocumentTimestamp stamp(Coverage coverage, Optional<SubIndication> reason) {
        return new DocumentTimestamp("T1", NOW, Optional.of("TSA Thử"), coverage, reason);
    }
}
