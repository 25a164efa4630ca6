package vn.lienthong.certsdev;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Answers OCSP requests (RFC 6960) about every authority of the PKI. The issuer of the first certificate asked about
 * signs, itself or through its responder; certificates of another issuer in the same request are {@code unknown}.
 */
final class OcspDesk {
    private static final Duration LIFETIME = Duration.ofDays(1);

    /** By which requests may name an issuer. SHA-1 names, it does not protect: RFC 5019 clients know no other. */
    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            OIWObjectIdentifiers.idSHA1,
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512);

    /** What a request asks about, at least one certificate, and the nonce to repeat. */
    private record Questions(List<CertificateID> asked, Optional<Extension> nonce) {}

    private final Supplier<Stream<Authority>> authorities;
    private final Function<Authority, Credential> responderOf;
    private final Clock clock;

    OcspDesk(Supplier<Stream<Authority>> authorities, Function<Authority, Credential> responderOf, Clock clock) {
        this.authorities = authorities;
        this.responderOf = responderOf;
        this.clock = clock;
    }

    byte[] answer(byte[] request) {
        try {
            return respond(request).getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException | CertificateEncodingException fault) {
            throw new IllegalStateException("OCSP: cannot be made (expected: a signed answer)", fault);
        }
    }

    private OCSPResp respond(byte[] request)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        Optional<Questions> questions = read(request);
        if (questions.isEmpty()) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null);
        }
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        Optional<Authority> issuer = issuerOf(questions.get().asked().getFirst(), digests);
        if (issuer.isEmpty()) {
            return new OCSPRespBuilder().build(OCSPRespBuilder.UNAUTHORIZED, null);
        }
        return sign(issuer.get(), questions.get(), digests);
    }

    private static Optional<Questions> read(byte[] request) {
        try {
            OCSPReq wanted = new OCSPReq(request);
            List<CertificateID> asked =
                    Stream.of(wanted.getRequestList()).map(Req::getCertID).toList();
            Extension nonce = wanted.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            return asked.isEmpty() ? Optional.empty() : Optional.of(new Questions(asked, Optional.ofNullable(nonce)));
        } catch (IOException | RuntimeException unreadable) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            return Optional.empty();
        }
    }

    private OCSPResp sign(Authority issuer, Questions questions, DigestCalculatorProvider digests)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        Credential responder = responderOf.apply(issuer);
        X509CertificateHolder certificate = new JcaX509CertificateHolder(responder.certificate());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(certificate.getSubject()));
        Instant now = clock.instant();
        for (CertificateID asked : questions.asked()) {
            answer.addResponse(
                    asked, status(asked, issuer, now, digests), Date.from(now), Date.from(now.plus(LIFETIME)));
        }
        questions.nonce().ifPresent(nonce -> answer.setResponseExtensions(new Extensions(nonce)));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                new JcaContentSignerBuilder(CertificateDraft.SIGNATURE_ALGORITHM)
                                        .build(responder.key()),
                                new X509CertificateHolder[] {certificate},
                                Date.from(now)));
    }

    private static @Nullable CertificateStatus status(
            CertificateID asked, Authority issuer, Instant now, DigestCalculatorProvider digests) {
        if (!isBy(issuer, asked, digests) || !issuer.hasIssued(asked.getSerialNumber())) {
            return new UnknownStatus();
        }
        return issuer.revokedAt(asked.getSerialNumber(), now)
                .<CertificateStatus>map(at -> new RevokedStatus(Date.from(at), CRLReason.keyCompromise))
                .orElse(CertificateStatus.GOOD);
    }

    private Optional<Authority> issuerOf(CertificateID asked, DigestCalculatorProvider digests) {
        return authorities.get().filter(one -> isBy(one, asked, digests)).findFirst();
    }

    private static boolean isBy(Authority issuer, CertificateID asked, DigestCalculatorProvider digests) {
        if (!DIGESTS.contains(asked.getHashAlgOID())) {
            return false;
        }
        try {
            return asked.matchesIssuer(new JcaX509CertificateHolder(issuer.certificate()), digests);
        } catch (OCSPException | CertificateEncodingException digestUnknown) {
            return false;
        }
    }
}
