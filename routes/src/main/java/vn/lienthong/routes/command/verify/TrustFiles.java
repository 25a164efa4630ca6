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
import java.util.Locale;
import java.util.stream.Stream;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.verification.JudgeFile;
import vn.lienthong.routes.platform.VerificationRules;

/** What the caller trusts: certificates and revocation lists from files, PEM or DER. */
public final class TrustFiles {
    private static final List<String> CERTIFICATES = List.of(".pem", ".crt", ".cer", ".der");

    private TrustFiles() {}

    /** A file named on the command line is not what its option needs. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String text) {
            super(text);
        }
    }

    /**
     * A judge that trusts these. A self-issued certificate is an anchor, any other an intermediate.
     *
     * @param trust files, and folders whose certificates are all taken
     * @param scratch for the files of large packets
     * @throws Unusable naming the file that is no certificate, or no list of a trusted authority
     */
    public static JudgeFile judge(List<Path> trust, List<Path> lists, Path scratch) throws Unusable {
        return judge(trust, lists, VerificationRules.standard(), scratch);
    }

    /** The same by other rules and limits. */
    static JudgeFile judge(List<Path> trust, List<Path> lists, VerificationRules rules, Path scratch) throws Unusable {
        Known known = read(trust, lists, rules.policy());
        return JudgeFile.trusting(known.stores(), known.cache(), rules.policy(), rules.limits(), scratch);
    }

    /**
     * What was read.
     *
     * @param kept the lists, as they came
     */
    public record Known(TrustStores stores, CrlCache cache, CrlStore kept) {}

    /** The same for who makes signatures: a self-issued certificate is an anchor, any other an intermediate. */
    public static Known read(List<Path> trust, List<Path> lists) throws Unusable {
        return read(trust, lists, ValidationPolicy.standard());
    }

    private static Known read(List<Path> trust, List<Path> lists, ValidationPolicy policy) throws Unusable {
        List<X509Certificate> anchors = new ArrayList<>();
        List<X509Certificate> intermediates = new ArrayList<>();
        for (Path named : trust) {
            for (Path file : files(named)) {
                for (X509Certificate certificate : certificates(file)) {
                    boolean selfIssued =
                            certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
                    (selfIssued ? anchors : intermediates).add(certificate);
                }
            }
        }
        // The branch is not told apart here, and not shown: the caller says whom to trust, not why.
        TrustStores stores = TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, anchors, intermediates));
        CrlStore kept = CrlStore.inMemory();
        CrlCache cache = new CrlCache(stores, kept, policy.clockSkew());
        for (Path file : lists) {
            add(cache, file);
        }
        return new Known(stores, cache, kept);
    }

    private static List<Path> files(Path named) throws Unusable {
        if (!Files.isDirectory(named)) {
            return List.of(named);
        }
        try (Stream<Path> inside = Files.list(named)) {
            List<Path> found = inside.filter(Files::isRegularFile)
                    .filter(TrustFiles::isCertificate)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new Unusable("--trust " + named + ": không có tệp chứng thư nào (cần: tệp "
                        + String.join(", ", CERTIFICATES) + ")");
            }
            return found;
        } catch (IOException unreadable) {
            throw new Unusable("--trust " + named + ": " + unreadable.getMessage() + " (cần: thư mục đọc được)");
        }
    }

    private static boolean isCertificate(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return CERTIFICATES.stream().anyMatch(name::endsWith);
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
