package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevPolicyTest {
    private static final DevelopmentPki PKI = Pkis.quick(new SetClock(Pkis.NOW));

    @Test
    void the_oid_is_what_the_gateway_refuses() {
        assertThat(DevPolicy.OID).isEqualTo("2.25.54124054541062130104679090345939311114");
    }

    @ParameterizedTest
    @EnumSource
    void every_certificate_of_every_fate_is_marked(Fate fate) {
        for (X509Certificate certificate : Pkis.seal(PKI, fate).chain()) {
            assertMarked(certificate);
        }
        for (X509Certificate certificate :
                PKI.official("Trần Thị Bình", Pkis.AGENCY, "H53", fate).chain()) {
            assertMarked(certificate);
        }
    }

    @ParameterizedTest
    @EnumSource
    void so_are_the_services_and_every_branch(Branch branch) {
        assertMarked(PKI.timestampCertificate());
        assertMarked(PKI.root(branch));
        assertMarked(PKI.issuingCa(branch));
        assertThat(PKI.root(branch).getSubjectX500Principal().getName()).contains("DEV ONLY,O=");
    }

    @Test
    void a_certificate_of_others_is_not_ours() throws Exception {
        assertThat(DevPolicy.isDevelopment(stranger(null))).isFalse();
        assertThat(DevPolicy.isDevelopment(stranger(policy("2.16.704.1.1.1.1.1"))))
                .isFalse();
        assertThat(DevPolicy.isDevelopment(stranger(DERNull.INSTANCE))).isFalse();
        assertThat(DevPolicy.isDevelopment(stranger(policy(DevPolicy.OID)))).isTrue();
    }

    private static void assertMarked(X509Certificate certificate) {
        assertThat(DevPolicy.isDevelopment(certificate)).isTrue();
        assertThat(certificate.getSubjectX500Principal().getName()).contains("OU=DEV ONLY");
    }

    private static CertificatePolicies policy(String oid) {
        return new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(oid)));
    }

    private static X509Certificate stranger(@Nullable ASN1Encodable policies) throws Exception {
        KeyPair keys = KeyAlgorithm.EC_P256.generate();
        X500Name name = new X500Name("CN=Stranger");
        X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(Pkis.NOW), Date.from(Pkis.NOW.plusSeconds(60)), name, keys.getPublic());
        if (policies != null) {
            draft.addExtension(Extension.certificatePolicies, false, policies);
        }
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
