package vn.lienthong.certsdev;

import java.security.cert.X509CRL;
import java.util.List;
import java.util.stream.Stream;

/** The CRLs that {@link DevelopmentPki#crls()} leaves out, since nobody trusts their issuers. */
final class UntrustedCrls {
    private UntrustedCrls() {}

    static List<X509CRL> of(DevelopmentPki pki) {
        return Stream.of("untrusted-root", "untrusted-ca")
                .map(slug -> pki.authority(slug).orElseThrow().crl(Pkis.NOW))
                .toList();
    }
}
