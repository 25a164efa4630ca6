package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.RevocationWord;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.Revocations;

/** What it means that an authority doubts a key since before it revoked it (RFC 5280 §5.3.2). */
final class InvalidityRuleTest {
    private static final Instant REVOKED = NOW.plus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(40));
    private static final RevocationWord LIST =
            new RevocationWord("CN=CA", LATER, Optional.of(LATER.plusSeconds(60)), Sha256.of(new byte[] {1}));
    private static final SigningKey SEAL = DevTrust.seal(Fate.GOOD);
    private static final byte[] STAMPED =
            LongTerm.stamped(PdfFixture.sign(PdfFixture.letterBytes(), SEAL), DevTrust.pki());

    private static SignatureVerdict verify(X509Certificate revoked, Instant doubtedSince, Rules rules) {
        Revocations known = (certificate, issuer, when) -> certificate.equals(revoked)
                ? new RevocationAnswer.Revoked(
                        REVOKED,
                        "KEY_COMPROMISE",
                        Optional.of(doubtedSince),
                        "CRL",
                        LATER,
                        Optional.empty(),
                        Optional.of(LIST))
                : new RevocationAnswer.Good("CRL", when, when.plusSeconds(60));
        ValidationPolicy policy = ValidationPolicy.standard().with(rules);
        return new VerifyPdf(DevTrust.stores(DevTrust.pki()), known, policy, PdfLimits.standard())
                .verify("letter.pdf", PdfBytes.of(STAMPED), LATER)
                .verdicts()
                .getFirst();
    }

    private static Rules saying(Level level) {
        return new Rules(
                Map.of(new Rules.Place(Rule.SIGNED_AFTER_INVALIDITY, Optional.empty(), Optional.empty()), level),
                List.of(),
                Optional.empty());
    }

    @Test
    void whatIsSignedUnderDoubtDoesNotPass() {
        SignatureVerdict doubted = verify(SEAL.certificate(), NOW.minusSeconds(60), Rules.STANDARD);
        assertThat(doubted.subIndication()).contains(SubIndication.REVOKED_NO_POE);
        assertThat(doubted.findings()).anySatisfy(finding -> assertThat(finding.text())
                .contains("in doubt since " + NOW.minusSeconds(60))
                .contains("revoked " + REVOKED));
    }

    @Test
    void whatIsProvedToBeOlderThanTheDoubtPasses() {
        SignatureVerdict older = verify(SEAL.certificate(), NOW.plus(Duration.ofDays(1)), Rules.STANDARD);
        assertThat(older.subIndication()).isEmpty();
        RevocationFacts facts = older.facts().revocation();
        assertThat(facts.invalidFrom()).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(facts.revokedAt()).contains(REVOKED);
        assertThat(facts.reason()).contains("KEY_COMPROMISE");
        assertThat(facts.word()).contains(LIST);
    }

    @Test
    void anAuthorityInDoubtCountsLikewise() {
        X509Certificate above = DevTrust.pki().issuingCa(Branch.GOVERNMENT);
        assertThat(verify(above, NOW.minusSeconds(60), Rules.STANDARD).subIndication())
                .isPresent();
    }

    @Test
    void theOwnersWordMayBeWeighedLess() {
        SignatureVerdict told = verify(SEAL.certificate(), NOW.minusSeconds(60), saying(Level.WARN));
        assertThat(told.subIndication()).isEmpty();
        assertThat(told.findings()).anyMatch(finding -> finding.text().contains("in doubt since"));
        assertThat(verify(SEAL.certificate(), NOW.minusSeconds(60), saying(Level.IGNORE))
                        .findings())
                .noneMatch(finding -> finding.text().contains("in doubt since"));
    }
}
