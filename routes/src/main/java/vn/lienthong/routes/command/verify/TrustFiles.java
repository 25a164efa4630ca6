package vn.lienthong.routes.command.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/** What the caller trusts: certificates and revocation lists from files, PEM or DER. */
final class TrustFiles {
    private TrustFiles() {}

    /** A file named on the command line is not what its option needs. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String text) {
            super(text);
        }
    }

    /** Of each kind of signature, with the same trust. */
    record Verifiers(VerifyPdf pdf, VerifySeal cms) {}

    /**
     * Verifiers that trust these. A self-issued certificate is an anchor, any other an intermediate.
     *
     * @throws Unusable naming the file that is no certificate, or no list of a trusted authority
     */
    static Verifiers verifiers(List<Path> trust, List<Path> lists) throws Unusable {
        List<X509Certificate> anchors = new ArrayList<>();
        List<X509Certificate> intermediates = new ArrayList<>();
        for (Path file : trust) {
            for (X509Certificate certificate : certificates(file)) {
                boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
                (selfIssued ? anchors : intermediates).add(certificate);
            }
        }
        // The branch is not told apart here, and not shown: the caller says whom to trust, not why.
        TrustStores stores = TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, anchors, intermediates));
        ValidationPolicy policy = ValidationPolicy.standard();
        CrlCache cache = new CrlCache(stores, CrlStore.inMemory(), policy.clockSkew());
        for (Path file : lists) {
            add(cache, file);
        }
        return new Verifiers(
                new VerifyPdf(stores, cache, policy, PdfLimits.standard()), new VerifySeal(stores, cache, policy));
    }

    private static List<X509Certificate> certificates(Path file) throws Unusable {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
        } catch (IOException | GeneralSecurityException wrong) {
            throw new Unusable("--trust " + file + ": " + wrong.getMessage() + " (cần: chứng thư X.509, PEM hoặc DER)");
        }
        if (found.isEmpty()) {
            throw new Unusable("--trust " + file + ": không có chứng thư nào (cần: chứng thư X.509, PEM hoặc DER)");
        }
        return found;
    }

    private static void add(CrlCache cache, Path file) throws Unusable {
        try (InputStream in = Files.newInputStream(file)) {
            for (CRL list : CertificateFactory.getInstance("X.509").generateCRLs(in)) {
                cache.add(((X509CRL) list).getEncoded());
            }
        } catch (CRLException wrong) {
            throw new Unusable("--crl " + file + ": " + wrong.getMessage()
                    + " (cần: CRL do một chứng thư trong --trust ký, PEM hoặc DER)");
        } catch (IOException | GeneralSecurityException wrong) {
            throw new Unusable("--crl " + file + ": " + wrong.getMessage() + " (cần: CRL, PEM hoặc DER)");
        }
    }
}
