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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CRLs (RFC 5280 §5) say what was revoked, and when. */
class RevocationTest {
    private static final SetClock CLOCK = new SetClock(NOW);
    private static final DevelopmentPki PKI = Pkis.quick(CLOCK);

    @BeforeEach
    void reset() {
        CLOCK.set(NOW);
    }

    @Test
    void the_crl_is_fresh_signed_and_lists_the_revoked() throws Exception {
        DevIdentity revoked = Pkis.seal(PKI, Fate.REVOKED);
        DevIdentity good = Pkis.seal(PKI, Fate.GOOD);
        X509CRL crl = parse(PKI.crl(Branch.GOVERNMENT));
        X509CRLEntry entry = crl.getRevokedCertificate(revoked.certificate());

        crl.verify(PKI.issuingCa(Branch.GOVERNMENT).getPublicKey());
        assertThat(crl.getThisUpdate().toInstant()).isEqualTo(NOW);
        assertThat(crl.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(entry.getRevocationDate().toInstant()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(entry.getRevocationReason()).isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(crl.getRevokedCertificate(good.certificate())).isNull();
    }

    @Test
    void the_root_has_a_crl_of_its_own() throws Exception {
        X509CRL crl = parse(PKI.rootCrl(Branch.PARTY));

        crl.verify(PKI.root(Branch.PARTY).getPublicKey());
        assertThat(crl.getRevokedCertificates()).isNull();
        assertThat(PKI.crls()).hasSize(6);
    }

    @Test
    void a_date_can_be_set_and_moved_and_is_not_told_early() throws Exception {
        DevIdentity seal = PKI.sealOf("G22", "Văn phòng Chính phủ", Fate.GOOD);
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        PKI.revoke(seal, NOW.minusSeconds(5));
        PKI.revoke(seal, tomorrow);

        assertThat(parse(PKI.crl(Branch.GOVERNMENT)).getRevokedCertificate(seal.certificate()))
                .isNull();
        CLOCK.set(tomorrow);
        assertThat(parse(PKI.crl(Branch.GOVERNMENT))
                        .getRevokedCertificate(seal.certificate())
                        .getRevocationDate()
                        .toInstant())
                .isEqualTo(tomorrow);
        assertThat(PkixCheck.withCrls(seal, PKI.root(Branch.GOVERNMENT), tomorrow.plusSeconds(1), PKI.crls()))
                .isEqualTo("REVOKED");
    }

    @Test
    void numbers_only_grow() throws Exception {
        BigInteger first = number(PKI.crl(Branch.GOVERNMENT));
        BigInteger second = number(PKI.crl(Branch.GOVERNMENT));
        CLOCK.set(NOW.plusSeconds(3600));

        assertThat(second).isGreaterThan(first);
        assertThat(number(PKI.crl(Branch.GOVERNMENT))).isGreaterThan(second);
    }

    @Test
    void only_our_own_can_be_revoked() {
        DevIdentity stranger = Pkis.seal(Pkis.standing(), Fate.GOOD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PKI.revoke(stranger, NOW))
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
