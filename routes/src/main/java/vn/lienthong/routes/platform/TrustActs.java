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

    List<String> add(ProposedAct.AddTrust act) {
        Preview preview = preview(act);
        refuse(preview);
        try {
            byte[] der = Base64.getDecoder().decode(act.certificate());
            keep(der, folder.resolve(act.branch()), Sha256.of(der).hex() + ".crt");
        } catch (IOException e) {
            throw new CannotCarryOut(
                    "không ghi được vào " + folder + ": " + e.getMessage() + " (kiểm tra quyền ghi)", e);
        }
        return preview.lines();
    }

    List<String> remove(ProposedAct.RemoveTrust act) {
        Preview preview = preview(act);
        refuse(preview);
        Path file = find(act).orElseThrow(() -> new CannotCarryOut(absent(act))).getKey();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new CannotCarryOut("không xóa được " + file + ": " + e.getMessage(), e);
        }
        return preview.lines();
    }

    private static void refuse(Preview preview) {
        if (!preview.problems().isEmpty()) {
            throw new CannotCarryOut(String.join("; ", preview.problems()));
        }
    }

    // Moved into place whole: a gateway that starts meanwhile refuses a half certificate.
    private static void keep(byte[] der, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(name + ".new");
        Files.write(fresh, der);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
