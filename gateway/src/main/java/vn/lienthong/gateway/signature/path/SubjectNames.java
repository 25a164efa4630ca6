package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignerFacts;

/** Reads the names in a certificate's subject. */
final class SubjectNames {
    private static final int MOST_UNITS = 8;

    private SubjectNames() {}

    static SignerFacts facts(X509Certificate certificate, Sha256 digest) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new SignerFacts(
                first(subject, BCStyle.CN).orElse(""),
                first(subject, BCStyle.O).orElse(""),
                first(subject, BCStyle.ORGANIZATION_IDENTIFIER).or(() -> first(subject, BCStyle.UID)),
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber().toString(16),
                digest,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Optional.empty(),
                units(subject));
    }

    private static List<String> units(X500Name name) {
        return Arrays.stream(name.getRDNs(BCStyle.OU))
                .flatMap(part -> Arrays.stream(part.getTypesAndValues()))
                .filter(part -> part.getType().equals(BCStyle.OU))
                .map(part -> IETFUtils.valueToString(part.getValue()).replace("\\", ""))
                .limit(MOST_UNITS)
                .toList();
    }

    private static Optional<String> first(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        // A value in a multi-valued RDN need not come first in it, so the RDN is searched.
        return found.length == 0
                ? Optional.empty()
                : Arrays.stream(found[0].getTypesAndValues())
                        .filter(part -> part.getType().equals(type))
                        .map(part -> IETFUtils.valueToString(part.getValue()).replace("\\", ""))
                        .findFirst();
    }
}
