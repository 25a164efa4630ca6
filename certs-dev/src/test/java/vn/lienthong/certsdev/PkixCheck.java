package vn.lienthong.certsdev;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The JDK's path validation (RFC 5280 §6) as a verifier of seals would ask for it; answers {@code OK} or the reason. */
final class PkixCheck {
    static final String OK = "OK";
    static final String USAGE = "USAGE";

    private PkixCheck() {}

    /** With the CRLs given and nothing else. */
    static String withCrls(DevIdentity who, X509Certificate root, Instant at, Collection<X509CRL> crls)
            throws GeneralSecurityException {
        PKIXParameters parameters = parameters(root, at);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
        revocation.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        parameters.addCertPathChecker(revocation);
        return outcome(validator, who, parameters);
    }

    /** By asking OCSP at the addresses in the certificates. */
    static String withOcsp(DevIdentity who, X509Certificate root, Instant at) throws GeneralSecurityException {
        PKIXParameters parameters = parameters(root, at);
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
        revocation.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        parameters.addCertPathChecker(revocation);
        return outcome(validator, who, parameters);
    }

    private static PKIXParameters parameters(X509Certificate root, Instant at) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setDate(Date.from(at));
        parameters.setInitialPolicies(Set.of(DevPolicy.OID));
        parameters.setExplicitPolicyRequired(true);
        X509CertSelector signing = new X509CertSelector();
        signing.setKeyUsage(new boolean[] {true, true});
        parameters.setTargetCertConstraints(signing);
        return parameters;
    }

    private static String outcome(CertPathValidator validator, DevIdentity who, PKIXParameters parameters)
            throws GeneralSecurityException {
        List<X509Certificate> belowRoot = who.chain().subList(0, who.chain().size() - 1);
        try {
            validator.validate(CertificateFactory.getInstance("X.509").generateCertPath(belowRoot), parameters);
            return OK;
        } catch (CertPathValidatorException refused) {
            boolean usage = String.valueOf(refused.getMessage()).contains("target certificate");
            return usage ? USAGE : refused.getReason().toString();
        }
    }
}
