package vn.lienthong.gateway.signature.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Reads OCSP answers (RFC 6960) and checks who signed them. What is no answer, or nobody's whom the issuer trusts, is none:
 * an answer that came along with a signature is a stranger's bytes, and never an error.
 */
final class ReadOcsp {
    private static final String MAY_ANSWER = "1.3.6.1.5.5.7.3.9";
    private static final String NO_CHECK = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId();
    private static final int CERTIFICATES_AT_MOST = 8;
    /** SHA-1 names an issuer here and protects nothing: clients of RFC 5019 know no other. */
    private static final Set<String> NAMING_DIGESTS =
            Set.of("1.3.14.3.2.26", "2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    /** By their codes (RFC 5280 §5.3.1), in the words that lists are read with. */
    private static final List<String> REASONS = List.of(
            "UNSPECIFIED",
            "KEY_COMPROMISE",
            "CA_COMPROMISE",
            "AFFILIATION_CHANGED",
            "SUPERSEDED",
            "CESSATION_OF_OPERATION",
            "CERTIFICATE_HOLD",
            "UNSPECIFIED",
            "REMOVE_FROM_CRL",
            "PRIVILEGE_WITHDRAWN",
            "AA_COMPROMISE");

    /** What a responder says instead of an answer (RFC 6960 §4.2.1). */
    private static final Map<Integer, String> REFUSALS = Map.of(
            OCSPResponseStatus.MALFORMED_REQUEST, "malformedRequest",
            OCSPResponseStatus.INTERNAL_ERROR, "internalError",
            OCSPResponseStatus.TRY_LATER, "tryLater",
            OCSPResponseStatus.SIG_REQUIRED, "sigRequired",
            OCSPResponseStatus.UNAUTHORIZED, "unauthorized");

    private ReadOcsp() {}

    /**
     * The answer about an issuer's certificates.
     *
     * @param der an {@code OCSPResponse}, or the {@code BasicOCSPResponse} inside one
     * @return empty when it is malformed, says that there is no answer, or neither the issuer nor a responder that the issuer
     *     certified for this signed it with an algorithm we accept (RFC 6960 §3.2, §4.2.2.2)
     */
    static Optional<OcspAnswer> checked(byte[] der, X509Certificate issuer) {
        try {
            BasicOCSPResp answer = parse(der);
            if (answer == null || !answer.getCriticalExtensionOIDs().isEmpty()) {
                return Optional.empty();
            }
            X509Certificate signer = signer(answer, issuer);
            return signer == null ? Optional.empty() : Optional.of(read(answer, signer, issuer, Sha256.of(der)));
        } catch (IOException
                | GeneralSecurityException
                | OCSPException
                | OperatorCreationException
                | RuntimeException unreadable) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            return Optional.empty();
        }
    }

    /**
     * The answer of a responder that was asked.
     *
     * @throws RevocationUnavailable saying why there is none: what the responder says instead of an answer (RFC 6960 §2.3)
     *     means that it is to be asked again
     */
    static OcspAnswer fetched(byte[] der, X509Certificate issuer) throws RevocationUnavailable {
        Optional<OcspAnswer> answer = checked(der, issuer);
        if (answer.isPresent()) {
            return answer.get();
        }
        throw new RevocationUnavailable("OCSP answer: " + fault(der) + " (expected: one that "
                + issuer.getSubjectX500Principal() + " or its responder signed)");
    }

    private static String fault(byte[] der) {
        try {
            int status = OCSPResponse.getInstance(ASN1Primitive.fromByteArray(der))
                    .getResponseStatus()
                    .getIntValue();
            return status == OCSPResponseStatus.SUCCESSFUL
                    ? "signed by somebody else"
                    : REFUSALS.getOrDefault(status, "status " + status);
        } catch (IOException | RuntimeException unreadable) {
            // As above: a stranger's bytes.
            return "unreadable";
        }
    }

    private static @Nullable BasicOCSPResp parse(byte[] der) throws IOException {
        ASN1Sequence outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
        if (outer.getObjectAt(0) instanceof ASN1Sequence) {
            return new BasicOCSPResp(BasicOCSPResponse.getInstance(outer));
        }
        OCSPResponse response = OCSPResponse.getInstance(outer);
        ResponseBytes bytes = response.getResponseBytes();
        boolean answered = response.getResponseStatus().getIntValue() == OCSPResponseStatus.SUCCESSFUL
                && bytes != null
                && bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic);
        return answered
                ? new BasicOCSPResp(
                        BasicOCSPResponse.getInstance(bytes.getResponse().getOctets()))
                : null;
    }

    private static @Nullable X509Certificate signer(BasicOCSPResp answer, X509Certificate issuer) {
        if (!PathProfile.accepts(answer.getSignatureAlgOID().getId())) {
            return null;
        }
        if (signedBy(answer, issuer)) {
            return issuer;
        }
        Instant produced = answer.getProducedAt().toInstant();
        return Arrays.stream(answer.getCerts())
                .limit(CERTIFICATES_AT_MOST)
                .flatMap(enclosed -> read(enclosed).stream())
                .filter(responder -> mayAnswerFor(responder, issuer, produced) && signedBy(answer, responder))
                .findFirst()
                .orElse(null);
    }

    private static Optional<X509Certificate> read(X509CertificateHolder enclosed) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(enclosed.getEncoded())));
        } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
            // A stranger's bytes: another certificate beside it may be the responder's.
            return Optional.empty();
        }
    }

    /** A responder is certified by the very key that certified whom it speaks of (RFC 6960 §4.2.2.2). */
    private static boolean mayAnswerFor(X509Certificate responder, X509Certificate issuer, Instant at) {
        try {
            List<String> usage = responder.getExtendedKeyUsage();
            boolean named = usage != null
                    && usage.contains(MAY_ANSWER)
                    && responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    && PathProfile.accepts(responder.getSigAlgOID())
                    && KeyUse.allowedBy(responder.getKeyUsage()).contains(KeyUse.SIGN_DOCUMENTS)
                    && !at.isBefore(responder.getNotBefore().toInstant())
                    && !at.isAfter(responder.getNotAfter().toInstant());
            if (named) {
                responder.verify(issuer.getPublicKey());
            }
            return named;
        } catch (GeneralSecurityException | RuntimeException another) {
            // Certified by another key of that name, maybe of another kind: no word about the next one.
            return false;
        }
    }

    /** A key of another kind or size than the signature's is not an error but somebody else's. */
    private static boolean signedBy(BasicOCSPResp answer, X509Certificate signer) {
        try {
            return answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
        } catch (OCSPException | OperatorCreationException | RuntimeException another) {
            return false;
        }
    }

    private static OcspAnswer read(
            BasicOCSPResp answer, X509Certificate responder, X509Certificate issuer, Sha256 digest)
            throws GeneralSecurityException, OCSPException, OperatorCreationException, IOException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        X509CertificateHolder holder = new JcaX509CertificateHolder(issuer);
        boolean itself = responder.equals(issuer);
        Instant last = itself ? Instant.MAX : responder.getNotAfter().toInstant();
        List<OcspAnswer.Single> singles = new ArrayList<>();
        for (SingleResp response : answer.getResponses()) {
            boolean his =
                    NAMING_DIGESTS.contains(response.getCertID().getHashAlgOID().getId())
                            && response.getCertID().matchesIssuer(holder, digests);
            if (his && response.getCriticalExtensionOIDs().isEmpty()) {
                singles.add(single(response, last));
            }
        }
        boolean trustedAlone = itself || responder.getExtensionValue(NO_CHECK) != null;
        return new OcspAnswer(responder, last, trustedAlone, singles, digest, nonce(answer));
    }

    /** @param last when its responder ends: nothing that he said is of use for longer */
    private static OcspAnswer.Single single(SingleResp response, Instant last) {
        CertificateStatus status = response.getCertStatus();
        RevocationList.Entry revoked = status instanceof RevokedStatus word
                ? new RevocationList.Entry(
                        word.getRevocationTime().toInstant(), reason(word), InvalidityDate.in(response))
                : null;
        Instant next = instant(response.getNextUpdate());
        return new OcspAnswer.Single(
                response.getCertID().getSerialNumber(),
                status == CertificateStatus.GOOD || revoked != null,
                revoked,
                response.getThisUpdate().toInstant(),
                next != null && next.isAfter(last) ? last : next,
                cutoff(response.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff)));
    }

    private static String reason(RevokedStatus word) {
        if (!word.hasRevocationReason()) {
            return RevocationList.REASON_NOT_GIVEN;
        }
        int code = word.getRevocationReason();
        return code >= 0 && code < REASONS.size() ? REASONS.get(code) : REASONS.getFirst();
    }

    private static byte @Nullable [] nonce(BasicOCSPResp answer) {
        Extension repeated = answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        return repeated == null
                ? null
                : ASN1OctetString.getInstance(repeated.getParsedValue()).getOctets();
    }

    private static @Nullable Instant cutoff(@Nullable Extension extension) {
        try {
            return extension == null
                    ? null
                    : instant(ASN1GeneralizedTime.getInstance(extension.getParsedValue())
                            .getDate());
        } catch (ParseException malformed) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
