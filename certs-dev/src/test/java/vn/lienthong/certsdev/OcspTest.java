package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Random;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

/** OCSP answers (RFC 6960), taken apart. That other programs take them is told in {@link ServicesTest} and {@link OpensslTest}. */
class OcspTest {
    private static final DevelopmentPki PKI = Pkis.quick(new SetClock(NOW));
    private static final byte[] NONCE = {4, 2, 1, 2};

    @Test
    void tells_good_revoked_and_unknown() throws Exception {
        X509Certificate issuer = PKI.issuingCa(Branch.GOVERNMENT);
        Object good = ask(issuer, serial(Fate.GOOD)).getCertStatus();
        Object revoked = ask(issuer, serial(Fate.REVOKED)).getCertStatus();
        Object unknown = ask(issuer, BigInteger.TEN).getCertStatus();

        assertThat(good).isEqualTo(CertificateStatus.GOOD);
        assertThat(revoked).isInstanceOf(RevokedStatus.class);
        assertThat(((RevokedStatus) revoked).getRevocationTime().toInstant()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(((RevokedStatus) revoked).getRevocationReason()).isEqualTo(1);
        assertThat(unknown).isInstanceOf(UnknownStatus.class);
    }

    @Test
    void an_authority_is_known_to_its_root_and_the_services_to_their_authority() throws Exception {
        X509Certificate root = PKI.root(Branch.PARTY);
        X509Certificate tsa = PKI.timestampCertificate();

        assertThat(ask(root, PKI.issuingCa(Branch.PARTY).getSerialNumber()).getCertStatus())
                .isEqualTo(CertificateStatus.GOOD);
        assertThat(ask(PKI.issuingCa(Branch.GOVERNMENT), tsa.getSerialNumber()).getCertStatus())
                .isEqualTo(CertificateStatus.GOOD);
        assertThat(ask(PKI.issuingCa(Branch.PARTY), tsa.getSerialNumber()).getCertStatus())
                .isInstanceOf(UnknownStatus.class);
    }

    @Test
    void is_signed_by_the_delegated_responder_and_repeats_the_nonce() throws Exception {
        X509Certificate issuer = PKI.issuingCa(Branch.GOVERNMENT);
        BasicOCSPResp answer =
                (BasicOCSPResp) new OCSPResp(PKI.ocsp(request(issuer, serial(Fate.GOOD)))).getResponseObject();
        SingleResp single = answer.getResponses()[0];

        assertThat(answer.getCerts()).hasSize(1);
        assertThat(answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(answer.getCerts()[0])))
                .isTrue();
        assertThat(answer.getCerts()[0].isSignatureValid(
                        new JcaContentVerifierProviderBuilder().build(issuer.getPublicKey())))
                .isTrue();
        assertThat(answer.getCerts()[0].getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck))
                .isNotNull();
        assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                        .getExtnValue()
                        .getOctets())
                .isEqualTo(NONCE);
        assertThat(single.getThisUpdate().toInstant()).isEqualTo(NOW);
        assertThat(single.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void a_strangers_issuer_is_refused() throws Exception {
        X509Certificate stranger = Pkis.standing().issuingCa(Branch.GOVERNMENT);

        assertThat(new OCSPResp(PKI.ocsp(request(stranger, BigInteger.ONE))).getStatus())
                .isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
    }

    @Test
    void damaged_requests_are_answered_too() throws Exception {
        byte[] request = request(PKI.issuingCa(Branch.GOVERNMENT), serial(Fate.GOOD));
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = request.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();

            assertThat(new OCSPResp(PKI.ocsp(damaged)).getStatus()).isIn(0, 1, 6);
        }
        assertThat(new OCSPResp(PKI.ocsp(new byte[0])).getStatus()).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
    }

    private static BigInteger serial(Fate fate) {
        return Pkis.seal(PKI, fate).certificate().getSerialNumber();
    }

    private static SingleResp ask(X509Certificate issuer, BigInteger serial) throws Exception {
        OCSPResp response = new OCSPResp(PKI.ocsp(request(issuer, serial)));
        assertThat(response.getStatus()).isEqualTo(OCSPRespBuilder.SUCCESSFUL);
        return ((BasicOCSPResp) response.getResponseObject()).getResponses()[0];
    }

    private static byte[] request(X509Certificate issuer, BigInteger serial) throws Exception {
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new JcaX509CertificateHolder(issuer),
                serial);
        return new OCSPReqBuilder()
                .addRequest(id)
                .setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(NONCE).getOctets())))
                .build()
                .getEncoded();
    }
}
