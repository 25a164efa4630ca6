package vn.lienthong.gateway.signature.path;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** An OCSP answer as a test wants it. */
record AnswerDraft(
        X509Certificate issuer,
        BigInteger serial,
        @Nullable CertificateStatus status,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        Optional<Instant> cutoff,
        byte @Nullable [] nonce) {

    static AnswerDraft good(X509Certificate issuer, BigInteger serial, Instant from, Instant to) {
        return new AnswerDraft(issuer, serial, CertificateStatus.GOOD, from, Optional.of(to), Optional.empty(), null);
    }

    AnswerDraft with(@Nullable CertificateStatus other) {
        return new AnswerDraft(issuer, serial, other, thisUpdate, nextUpdate, cutoff, nonce);
    }

    AnswerDraft openEnded() {
        return new AnswerDraft(issuer, serial, status, thisUpdate, Optional.empty(), cutoff, nonce);
    }

    AnswerDraft repeating(byte[] said) {
        return new AnswerDraft(issuer, serial, status, thisUpdate, nextUpdate, cutoff, said);
    }

    AnswerDraft archivedSince(Instant since) {
        return new AnswerDraft(issuer, serial, status, thisUpdate, nextUpdate, Optional.of(since), nonce);
    }

    byte[] signedBy(SmallAuthority.Holder signer) {
        return signedBy(signer, signer.certificate());
    }

    /** With certificates of others beside the signer's, in their order. */
    byte[] signedBy(SmallAuthority.Holder signer, X509Certificate... enclosed) {
        try {
            CertificateID about = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(issuer),
                    serial);
            BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(X500Name.getInstance(
                    signer.certificate().getSubjectX500Principal().getEncoded())));
            answer.addResponse(
                    about,
                    status,
                    Date.from(thisUpdate),
                    nextUpdate.map(Date::from).orElse(null),
                    cutoff.map(AnswerDraft::cutoff).orElse(null));
            if (nonce != null) {
                answer.setResponseExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())));
            }
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            answer.build(
                                    new JcaContentSignerBuilder(SmallAuthority.algorithm(signer.key()))
                                            .build(signer.key()),
                                    holders(enclosed),
                                    Date.from(thisUpdate)))
                    .getEncoded();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static X509CertificateHolder[] holders(X509Certificate... enclosed) throws CertificateEncodingException {
        X509CertificateHolder[] holders = new X509CertificateHolder[enclosed.length];
        for (int i = 0; i < enclosed.length; i++) {
            holders[i] = new JcaX509CertificateHolder(enclosed[i]);
        }
        return holders;
    }

    static byte[] refusal(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static Extensions cutoff(Instant since) {
        try {
            return new Extensions(new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
                    false,
                    new ASN1GeneralizedTime(Date.from(since)).getEncoded()));
        } catch (java.io.IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
