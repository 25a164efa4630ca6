package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

/** CRLs (RFC 5280 §5) say what was revoked, and when. */
class RevocationTest {
    private final SetClock clock = new SetClock(NOW);
    private final DevelopmentPki pki = DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, Pkis.BASE), clock);

    @Test
    void the_crl_is_fresh_signed_and_lists_the_revoked() throws Exception {
        DevIdentity revoked = Pkis.seal(pki, Fate.REVOKED);
        DevIdentity good = Pkis.seal(pki, Fate.GOOD);
        X509CRL crl = parse(pki.crl(Branch.GOVERNMENT));
        X509CRLEntry entry = crl.getRevokedCertificate(revoked.certificate());

        crl.verify(pki.issuingCa(Branch.GOVERNMENT).getPublicKey());
        assertThat(crl.getThisUpdate().toInstant()).isEqualTo(NOW);
        assertThat(crl.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(entry.getRevocationDate().toInstant()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(entry.getRevocationReason()).isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(crl.getRevokedCertificate(good.certificate())).isNull();
    }

    @Test
    void the_root_has_a_crl_of_its_own() throws Exception {
        X509CRL crl = parse(pki.rootCrl(Branch.PARTY));

        crl.verify(pki.root(Branch.PARTY).getPublicKey());
        assertThat(crl.getRevokedCertificates()).isNull();
        assertThat(pki.crls()).hasSize(6);
    }

    @Test
    void a_date_can_be_set_and_moved_and_is_not_told_early() throws Exception {
        DevIdentity seal = Pkis.seal(pki, Fate.GOOD);
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        pki.revoke(seal, NOW.minusSeconds(5));
        pki.revoke(seal, tomorrow);

        assertThat(parse(pki.crl(Branch.GOVERNMENT)).getRevokedCertificate(seal.certificate()))
                .isNull();
        clock.set(tomorrow);
        assertThat(parse(pki.crl(Branch.GOVERNMENT))
                        .getRevokedCertificate(seal.certificate())
                        .getRevocationDate()
                        .toInstant())
                .isEqualTo(tomorrow);
        assertThat(PkixCheck.withCrls(seal, pki.root(Branch.GOVERNMENT), tomorrow.plusSeconds(1), pki.crls()))
                .isEqualTo("REVOKED");
    }

    @Test
    void numbers_only_grow() throws Exception {
        BigInteger first = number(pki.crl(Branch.GOVERNMENT));
        BigInteger second = number(pki.crl(Branch.GOVERNMENT));
        clock.set(NOW.plusSeconds(3600));

        assertThat(second).isGreaterThan(first);
        assertThat(number(pki.crl(Branch.GOVERNMENT))).isGreaterThan(second);
    }

    @Test
    void only_our_own_can_be_revoked() {
        DevIdentity stranger = Pkis.seal(Pkis.standing(), Fate.GOOD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pki.revoke(stranger, NOW))
                .withMessageEndingWith("(expected: one issued by this PKI)");
    }

    private static X509CRL parse(byte[] der) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    private static BigInteger number(byte[] der) throws Exception {
        byte[] wrapped = parse(der).getExtensionValue(Extension.cRLNumber.getId());
        return CRLNumber.getInstance(ASN1OctetString.getInstance(wrapped).getOctets())
                .getCRLNumber();
    }
}
