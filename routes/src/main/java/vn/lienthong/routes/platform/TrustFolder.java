package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Trust stores as files an administrator can see: {@code trust/<branch>/*.crt|*.cer|*.pem}, one folder a branch. A
 * self-issued certificate is an anchor, any other an intermediate.
 */
public final class TrustFolder {

    private TrustFolder() {}

    /**
     * Reads the stores of all branches.
     *
     * @throws StartRefused when a file is no certificate: trust is not loaded in part
     */
    public static TrustStores read(Path folder) {
        List<TrustStore> stores = new ArrayList<>();
        for (TrustBranch branch : TrustBranch.values()) {
            List<X509Certificate> anchors = new ArrayList<>();
            List<X509Certificate> intermediates = new ArrayList<>();
            for (X509Certificate certificate : certificates(folder.resolve(name(branch)))) {
                boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
                (selfIssued ? anchors : intermediates).add(certificate);
            }
            stores.add(new TrustStore(branch, anchors, intermediates));
        }
        return new TrustStores(stores);
    }

    /** The folder of a branch, in lower case. */
    public static String name(TrustBranch branch) {
        return branch.name().toLowerCase(Locale.ROOT);
    }

    private static List<X509Certificate> certificates(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(TrustFolder::isCertificate).sorted().toList()) {
                certificates.addAll(read(file, CertificateFactory.getInstance("X.509")));
            }
        } catch (IOException | CertificateException e) {
            throw new StartRefused("kho tin cậy " + folder + ": " + e.getMessage(), e);
        }
        return certificates;
    }

    private static boolean isCertificate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".crt") || name.endsWith(".cer") || name.endsWith(".pem");
    }

    private static List<X509Certificate> read(Path file, CertificateFactory factory) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate certificate : factory.generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
            return found;
        } catch (CertificateException e) {
            throw new StartRefused("kho tin cậy: " + file + " không phải chứng thư (" + e.getMessage() + ")", e);
        }
    }
}
