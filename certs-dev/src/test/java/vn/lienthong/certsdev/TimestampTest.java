package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;

/** Timestamps (RFC 3161), taken apart. */
class TimestampTest {
    private static final DevelopmentPki PKI = Pkis.quick(new SetClock(NOW.plusMillis(250)));

    @Test
    void stamps_the_time_of_the_clock() throws Exception {
        TimeStampRequest request = request(TSPAlgorithms.SHA256, "SHA-256");
        TimeStampResponse response = new TimeStampResponse(PKI.timestamp(request.getEncoded()));
        TimeStampToken token = response.getTimeStampToken();

        response.validate(request);
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(PKI.timestampCertificate()));
        assertThat(response.getStatus()).isEqualTo(PKIStatus.GRANTED);
        assertThat(token.getTimeStampInfo().getGenTime().toInstant()).isEqualTo(NOW.plusMillis(250));
        assertThat(token.getTimeStampInfo().getPolicy().getId()).isEqualTo(DevPolicy.TIMESTAMP_OID);
        assertThat(token.getTimeStampInfo().getNonce()).isEqualTo(BigInteger.TWO);
        assertThat(certificatesIn(token)).hasSize(3);
    }

    @Test
    void serials_are_never_the_same() throws Exception {
        byte[] request = request(TSPAlgorithms.SHA512, "SHA-512").getEncoded();
        TimeStampToken first = new TimeStampResponse(PKI.timestamp(request)).getTimeStampToken();
        TimeStampToken second = new TimeStampResponse(PKI.timestamp(request)).getTimeStampToken();

        assertThat(first.getTimeStampInfo().getSerialNumber())
                .isNotEqualTo(second.getTimeStampInfo().getSerialNumber());
    }

    @Test
    void a_weak_digest_is_rejected_with_the_reason() throws Exception {
        TimeStampResponse response = new TimeStampResponse(
                PKI.timestamp(request(TSPAlgorithms.SHA1, "SHA-1").getEncoded()));

        assertThat(response.getStatus()).isEqualTo(PKIStatus.REJECTION);
        assertThat(response.getFailInfo().intValue()).isEqualTo(PKIFailureInfo.badAlg);
        assertThat(response.getTimeStampToken()).isNull();
    }

    @Test
    void damaged_requests_are_answered_too() throws Exception {
        byte[] request = request(TSPAlgorithms.SHA256, "SHA-256").getEncoded();
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = request.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();

            assertThat(new TimeStampResponse(PKI.timestamp(damaged)).getStatus())
                    .isIn(PKIStatus.GRANTED, PKIStatus.REJECTION);
        }
        assertThat(new TimeStampResponse(PKI.timestamp(new byte[0]))
                        .getFailInfo()
                        .intValue())
                .isEqualTo(PKIFailureInfo.badDataFormat);
    }

    private static List<X509CertificateHolder> certificatesIn(TimeStampToken token) {
        return List.copyOf(token.getCertificates().getMatches(null));
    }

    private static TimeStampRequest request(ASN1ObjectIdentifier oid, String digest) throws Exception {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        return requests.generate(oid, MessageDigest.getInstance(digest).digest(new byte[] {1, 2, 3}), BigInteger.TWO);
    }
}
