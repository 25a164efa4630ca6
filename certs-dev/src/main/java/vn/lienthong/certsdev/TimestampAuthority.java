package vn.lienthong.certsdev;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Stamps by the clock it was given (RFC 3161). A request it cannot read or grant is answered by a rejection. */
final class TimestampAuthority {
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512);

    private final Credential credential;
    private final Clock clock;

    TimestampAuthority(Credential credential, Clock clock) {
        this.credential = credential;
        this.clock = clock;
    }

    byte[] answer(byte[] request) {
        try {
            return respond(request).getEncoded();
        } catch (IOException | TSPException | OperatorCreationException | CertificateEncodingException fault) {
            throw new IllegalStateException("timestamp: cannot be made (expected: a signed answer)", fault);
        }
    }

    private TimeStampResponse respond(byte[] request)
            throws TSPException, OperatorCreationException, CertificateEncodingException {
        TimeStampResponseGenerator responses = new TimeStampResponseGenerator(tokens(), DIGESTS);
        TimeStampRequest wanted;
        try {
            wanted = new TimeStampRequest(request);
        } catch (IOException | RuntimeException unreadable) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            return responses.generateFailResponse(
                    PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "request: unreadable (expected: TimeStampReq)");
        }
        try {
            return responses.generateGrantedResponse(
                    wanted, CertificateDraft.newSerial(), Date.from(clock.instant()), "Operation Okay");
        } catch (TSPException refused) {
            return responses.generateRejectedResponse(refused);
        }
    }

    private TimeStampTokenGenerator tokens()
            throws TSPException, OperatorCreationException, CertificateEncodingException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build(CertificateDraft.SIGNATURE_ALGORITHM, credential.key(), credential.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier(DevPolicy.TIMESTAMP_OID));
        tokens.addCertificates(new JcaCertStore(credential.chain()));
        tokens.setAccuracySeconds(1);
        tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
        return tokens;
    }
}
