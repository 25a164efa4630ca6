package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Looks at what was just signed with our own verifier, before anybody gets it. Whom receivers trust is theirs to say: no path is
 * asked for; all else must hold.
 */
final class CheckMade {
    private static final VerifyCms VERIFIER =
            new VerifyCms(TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), CmsLimits.standard());

    private CheckMade() {}

    static void check(SignedFile made, List<SignedFile> content, Instant at) throws SigningException, IOException {
        List<SignedFile> signed = content.stream().map(SignedFile::asContent).toList();
        SignatureReport report = VERIFIER.verify(made, signed, at);
        if (report.presence() != Presence.SIGNED || !report.verdicts().stream().allMatch(CheckMade::sound)) {
            String why = report.allFindings().isEmpty()
                    ? report.presence().name()
                    : report.allFindings().getFirst().text();
            throw new SigningException("signature just made: " + why, null);
        }
    }

    private static boolean sound(SignatureVerdict verdict) {
        return verdict.facts().integrity() == Integrity.INTACT
                && verdict.subIndication()
                        .filter(reason -> reason == SubIndication.FORMAT_FAILURE
                                || reason == SubIndication.NO_SIGNING_CERTIFICATE_FOUND
                                || reason == SubIndication.SIG_CONSTRAINTS_FAILURE
                                || reason == SubIndication.CRYPTO_CONSTRAINTS_FAILURE)
                        .isEmpty();
    }
}
