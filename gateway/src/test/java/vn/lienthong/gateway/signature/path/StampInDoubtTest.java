package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;

/** A timestamp authority's own word, once its key may have been in other hands. */
class StampInDoubtTest {
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Instant REVOKED = NOW.minus(Duration.ofDays(2));
    private static final Instant STAMPED = NOW.minus(Duration.ofDays(20));

    private static KnownCertificate known(java.security.cert.X509Certificate certificate) throws Exception {
        return KnownCertificate.of(certificate, Sha256.of(certificate.getEncoded()));
    }

    /** RFC 3161 §4, points 1 and 2; RFC 5280 §5.3.2. */
    @ParameterizedTest
    @CsvSource({"SUPERSEDED, false, false", "SUPERSEDED, true, true", "KEY_COMPROMISE, false, true"})
    void itsOwnWordHoldsOnlyWhileItsKeyStayedSafe(String reason, boolean inDoubt, boolean objected) throws Exception {
        SmallAuthority authority = new SmallAuthority("Cấp dấu thời gian", NOW);
        CertificatePath path = new CertificatePath(
                TrustBranch.GOVERNMENT,
                List.of(known(authority.leaf()), known(authority.certificate())),
                Optional.empty());
        Optional<Instant> doubt = inDoubt ? Optional.of(NOW.minus(Duration.ofDays(9))) : Optional.empty();
        RevocationAnswer revoked =
                new RevocationAnswer.Revoked(REVOKED, reason, doubt, "CRL", NOW, Optional.empty(), Optional.empty());
        Judgement judgement = new Judgement("dấu thời gian");

        new JudgeRevocation(
                        (subject, issuer, at) -> revoked,
                        Purpose.TIMESTAMPS,
                        new Moment(NOW, null, STAMPED),
                        NOW,
                        Level.WARN,
                        judgement)
                .of(path);

        assertThat(judgement.reason())
                .isEqualTo(objected ? Optional.of(SubIndication.REVOKED_NO_POE) : Optional.empty());
    }
}
