package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.lienthong.gateway.digest.Sha256;
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
        return new TrustStores(Arrays.stream(TrustBranch.values())
                .map(branch -> read(folder, branch))
                .toList());
    }

    /**
     * Reads the store of one branch.
     *
     * @throws StartRefused when a file is no certificate: a branch is not loaded in part
     */
    static TrustStore read(Path folder, TrustBranch branch) {
        List<X509Certificate> anchors = new ArrayList<>();
        List<X509Certificate> intermediates = new ArrayList<>();
        files(folder, branch).values().stream().flatMap(List::stream).forEach(certificate -> {
            boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            (selfIssued ? anchors : intermediates).add(certificate);
        });
        return new TrustStore(branch, anchors, intermediates);
    }

    /** Another text whenever a certificate's file came, went or was written. Reads no file. */
    static String fingerprint(Path folder) {
        StringBuilder all = new StringBuilder();
        for (TrustBranch branch : TrustBranch.values()) {
            Path of = folder.resolve(name(branch));
            if (Files.isDirectory(of)) {
                fingerprint(of, all);
            }
        }
        return all.toString();
    }

    private static void fingerprint(Path branch, StringBuilder all) {
        try (Stream<Path> files = Files.list(branch)) {
            for (Path file : files.filter(TrustFolder::isCertificate).sorted().toList()) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                all.append(file)
                        .append(' ')
                        .append(facts.size())
                        .append(' ')
                        .append(facts.lastModifiedTime())
                        .append(' ')
                        .append(facts.fileKey())
                        .append('\n');
            }
        } catch (IOException goneMeanwhile) {
            // Read again at the next look, which then finds it otherwise.
            all.append(branch).append(": ").append(goneMeanwhile.getClass().getSimpleName());
        }
    }

    /** The folder of a branch, in lower case. */
    public static String name(TrustBranch branch) {
        return branch.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The certificates of a branch, by the file they lie in.
     *
     * @throws StartRefused when a file is no certificate
     */
    public static Map<Path, List<X509Certificate>> files(Path folder, TrustBranch branch) {
        Path of = folder.resolve(name(branch));
        Map<Path, List<X509Certificate>> certificates = new LinkedHashMap<>();
        if (!Files.isDirectory(of)) {
            return certificates;
        }
        try (Stream<Path> files = Files.list(of)) {
            for (Path file : files.filter(TrustFolder::isCertificate).sorted().toList()) {
                certificates.put(file, read(file, CertificateFactory.getInstance("X.509")));
            }
        } catch (IOException | CertificateException e) {
            throw new StartRefused("kho tin cậy " + of + ": " + e.getMessage(), e);
        }
        return certificates;
    }

    /** By which authorities publish their certificates: SHA-256 over the whole. */
    public static Sha256 fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new StartRefused("chứng thư " + certificate.getSubjectX500Principal() + ": " + e.getMessage(), e);
        }
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
