package vn.lienthong.certsdev;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate before it is signed: RFC 5280 version 3, random serial, our policy in every one. */
record CertificateDraft(X500Name subject, PublicKey key, Validity validity, Purpose purpose) {
    static final String SIGNATURE_ALGORITHM = "SHA256withRSA";

    private static final SecureRandom RANDOM = new SecureRandom();

    X509Certificate selfSigned(PrivateKey ownKey) {
        try {
            return sign(start(subject, key), ownKey);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException fault) {
            throw new IllegalStateException("certificate: " + subject + " (expected: to be signed)", fault);
        }
    }

    X509Certificate issuedBy(Credential issuer, ServiceAddresses.Pointers pointers) {
        try {
            X500Name issuerName = new JcaX509CertificateHolder(issuer.certificate()).getSubject();
            X509v3CertificateBuilder draft =
                    start(issuerName, issuer.certificate().getPublicKey());
            draft.addExtension(Extension.cRLDistributionPoints, false, crl(pointers.crl()));
            draft.addExtension(Extension.authorityInfoAccess, false, access(pointers));
            return sign(draft, issuer.key());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException fault) {
            throw new IllegalStateException("certificate: " + subject + " (expected: to be signed)", fault);
        }
    }

    /** Positive, never zero, 127 random bits: unique without a counter to keep (RFC 5280 §4.1.2.2). */
    static BigInteger newSerial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }

    private X509v3CertificateBuilder start(X500Name issuer, PublicKey issuerKey)
            throws GeneralSecurityException, CertIOException {
        X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                issuer, newSerial(), Date.from(validity.from()), Date.from(validity.until()), subject, key);
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        draft.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        draft.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
        purpose.describe(draft, key);
        draft.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(DevPolicy.OID))));
        return draft;
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, PrivateKey issuerKey)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(new JcaContentSignerBuilder(SIGNATURE_ALGORITHM).build(issuerKey)));
    }

    private static CRLDistPoint crl(URI address) {
        DistributionPointName name = new DistributionPointName(new GeneralNames(uri(address)));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    private static AuthorityInformationAccess access(ServiceAddresses.Pointers pointers) {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri(pointers.ocsp())),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(pointers.issuerCertificate()))
        });
    }

    private static GeneralName uri(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }
}
