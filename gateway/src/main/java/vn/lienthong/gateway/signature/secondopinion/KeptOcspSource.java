package vn.lienthong.gateway.signature.secondopinion;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import java.io.ByteArrayInputStream;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.path.KeptRevocations;

/** Answers of responders that we keep, one by one as the other engine asks. */
final class KeptOcspSource implements RevocationSource<OCSP> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient KeptRevocations kept;

    KeptOcspSource(KeptRevocations kept) {
        this.kept = kept;
    }

    @Override
    public @Nullable RevocationToken<OCSP> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        return kept.about(certificate.getCertificate(), issuer.getCertificate())
                .filter(KeptRevocations.Published::answer)
                .flatMap(answer -> new ExternalResourcesOCSPSource(new ByteArrayInputStream(answer.der()))
                        .getRevocationTokens(certificate, issuer).stream().findFirst())
                .orElse(null);
    }
}
