package vn.lienthong.routes.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.access.CarryOut.CannotCarryOut;
import vn.lienthong.gateway.access.CarryOut.Preview;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.path.TrustBranch;

/** Certificates of authorities put into the trust folder, and taken out. */
final class TrustActs {

    private final Path folder;

    TrustActs(Path folder) {
        this.folder = folder;
    }

    Preview preview(ProposedAct.AddTrust act) {
        X509Certificate certificate = certificate(act);
        List<String> problems = certificate.getBasicConstraints() < 0
                ? List.of(certificate.getSubjectX500Principal()
                        + " không phải chứng thư của cơ quan chứng thực (expected: basicConstraints CA)")
                : List.of();
        return new Preview(lines("thêm", act.branch(), certificate), problems, 0);
    }

    Preview preview(ProposedAct.RemoveTrust act) {
        Optional<Map.Entry<Path, List<X509Certificate>>> found = find(act);
        if (found.isEmpty()) {
            return new Preview(List.of(), List.of(absent(act)), 0);
        }
        List<String> problems = found.get().getValue().size() > 1 ? List.of(several(found.get())) : List.<String>of();
        return new Preview(lines("bỏ", act.branch(), meant(act, found.get().getValue())), problems, 0);
    }

    /** What an act will do, in lines for people; refused where it cannot be done here. */
    List<String> check(ProposedAct act) {
        Preview preview =
                switch (act) {
                    case ProposedAct.AddTrust add -> preview(add);
                    case ProposedAct.RemoveTrust remove -> preview(remove);
                    case ProposedAct.ImportTable table -> throw notTrust(table);
                    case ProposedAct.CloseAgency closing -> throw notTrust(closing);
                };
        refuse(preview);
        if (Files.exists(folder) && !Files.isWritable(folder)) {
            throw new CannotCarryOut("không ghi được vào " + folder + " (kiểm tra quyền ghi)");
        }
        return preview.lines();
    }

    /** Does what was decided, on disk when this returns; what is as it should be already stays. */
    void apply(ProposedAct act) {
        try {
            switch (act) {
                case ProposedAct.AddTrust add -> add(add);
                case ProposedAct.RemoveTrust remove -> remove(remove);
                case ProposedAct.ImportTable table -> throw notTrust(table);
                case ProposedAct.CloseAgency closing -> throw notTrust(closing);
            }
        } catch (IOException e) {
            throw new CannotCarryOut(
                    "không ghi được vào " + folder + ": " + e.getMessage() + " (kiểm tra quyền ghi)", e);
        }
    }

    private void add(ProposedAct.AddTrust act) throws IOException {
        byte[] der = Base64.getDecoder().decode(act.certificate());
        Path branch = folder.resolve(TrustFolder.name(branch(act.branch())));
        keep(der, branch, Sha256.of(der).hex() + ".crt");
    }

    /** The others of a file with several stay, each in a file of its own. */
    private void remove(ProposedAct.RemoveTrust act) throws IOException {
        Optional<Map.Entry<Path, List<X509Certificate>>> found = find(act);
        while (found.isPresent()) {
            Path file = found.get().getKey();
            for (X509Certificate other : found.get().getValue()) {
                if (!isMeant(act, other)) {
                    keep(
                            encoded(other),
                            file.toAbsolutePath().getParent(),
                            TrustFolder.fingerprint(other).hex() + ".crt");
                }
            }
            Files.delete(file);
            SecretFile.force(file.toAbsolutePath().getParent());
            found = find(act);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new CannotCarryOut("chứng thư: không ghi lại được (expected: X.509)", e);
        }
    }

    static IllegalArgumentException notTrust(ProposedAct act) {
        return new IllegalArgumentException("act: " + act.kind() + " (expected: one about trust)");
    }

    private static void refuse(Preview preview) {
        if (!preview.problems().isEmpty()) {
            throw new CannotCarryOut(String.join("; ", preview.problems()));
        }
    }

    // Moved into place whole: a gateway that starts meanwhile refuses a half certificate. Name and content are on disk
    // then.
    static void keep(byte[] content, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(name + ".new");
        Files.write(fresh, content);
        SecretFile.force(fresh);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        SecretFile.force(folder);
    }

    private Optional<Map.Entry<Path, List<X509Certificate>>> find(ProposedAct.RemoveTrust act) {
        try {
            return TrustFolder.files(folder, branch(act.branch())).entrySet().stream()
                    .filter(file -> file.getValue().stream().anyMatch(certificate -> isMeant(act, certificate)))
                    .findFirst();
        } catch (StartRefused unreadable) {
            throw new CannotCarryOut(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static X509Certificate meant(ProposedAct.RemoveTrust act, List<X509Certificate> certificates) {
        return certificates.stream()
                .filter(certificate -> isMeant(act, certificate))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMeant(ProposedAct.RemoveTrust act, X509Certificate certificate) {
        return TrustFolder.fingerprint(certificate).hex().equals(act.fingerprint());
    }

    private static String absent(ProposedAct.RemoveTrust act) {
        return "chứng thư: " + act.fingerprint() + " không có trong nhánh " + act.branch() + " (xem: admin trust list)";
    }

    private static String several(Map.Entry<Path, List<X509Certificate>> file) {
        return "tệp " + file.getKey() + " có " + file.getValue().size()
                + " chứng thư: hãy tự tách hoặc sửa tệp này (expected: mỗi tệp một chứng thư)";
    }

    private static List<String> lines(String what, String branch, X509Certificate certificate) {
        boolean anchor = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        String kind = anchor ? ", là gốc: " : ", là trung gian: ";
        return List.of(
                what + ": nhánh " + branch + kind + certificate.getSubjectX500Principal(),
                "hiệu lực đến " + ActTimes.text(certificate.getNotAfter().toInstant()),
                "SHA-256 " + TrustFolder.fingerprint(certificate).hex());
    }

    private static X509Certificate certificate(ProposedAct.AddTrust act) {
        try {
            byte[] der = Base64.getDecoder().decode(act.certificate());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new CannotCarryOut("chứng thư: không đọc được (expected: X.509)", e);
        }
    }

    private static TrustBranch branch(String name) {
        return Arrays.stream(TrustBranch.values())
                .filter(branch -> TrustFolder.name(branch).equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotCarryOut("nhánh: " + name + " (expected: government, party, public)"));
    }
}
