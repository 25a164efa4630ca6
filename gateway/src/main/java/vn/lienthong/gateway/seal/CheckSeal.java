package vn.lienthong.gateway.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.LineageCodes;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;

/** Whether a certificate can be an agency's seal, asked when it is made one. */
public final class CheckSeal {

    private CheckSeal() {}

    /**
     * One thing against it.
     *
     * @param stops whether it cannot be the seal; else an administrator is told and decides
     */
    public record Doubt(boolean stops, String text) {}

    /** Everything against it, in Vietnamese. */
    public static List<Doubt> of(SealCertificate certificate, AgencyId agency, AgencyDirectory directory, Instant now) {
        List<Doubt> doubts = new ArrayList<>(certificate(certificate, now));
        Optional<String> code = certificate.facts().agencyCode();
        if (code.isEmpty()) {
            doubts.add(new Doubt(false, "chứng thư không ghi mã cơ quan: nơi nhận chỉ nhận ra con dấu theo tên"));
        } else if (!LineageCodes.carries(directory, agency, new AgencyCode(code.get()), now)) {
            doubts.add(new Doubt(
                    false,
                    "chứng thư ghi mã " + code.get()
                            + " (expected: mã của cơ quan này): văn bản đóng dấu này sẽ bị giữ lại ở nơi nhận"));
        }
        return doubts;
    }

    /** Everything against a certificate as one that signs documents, whoever's it is. */
    public static List<Doubt> certificate(SealCertificate certificate, Instant now) {
        List<Doubt> doubts = new ArrayList<>();
        if (!certificate.validAt(now)) {
            doubts.add(new Doubt(
                    true,
                    "chứng thư: hiệu lực " + certificate.facts().validFrom() + " đến "
                            + certificate.facts().validTo() + " (expected: đang có hiệu lực)"));
        }
        if (!certificate.signsDocuments()) {
            doubts.add(new Doubt(
                    true,
                    "chứng thư: mục đích sử dụng khóa không cho ký văn bản (expected: digitalSignature hoặc"
                            + " nonRepudiation)"));
        }
        if (certificate.development()) {
            doubts.add(new Doubt(false, "chứng thư DEV ONLY: lệnh serve không chạy với khóa này"));
        }
        return doubts;
    }

    /** What its receivers will find of its path and of its revocation; a path may be mended while it is the seal. */
    public static List<Doubt> path(SealTrust trust, SigningKey key, Instant now) {
        return path(trust.revoked(key, now), trust.doubt(key, now));
    }

    /** The same where the key is not at hand. */
    public static List<Doubt> path(SealTrust trust, SealCertificate certificate, Instant now) {
        return path(trust.revoked(certificate, now), trust.doubt(certificate, now));
    }

    private static List<Doubt> path(Optional<Instant> revoked, Optional<String> doubt) {
        List<Doubt> doubts = new ArrayList<>();
        revoked.map(at -> new Doubt(true, "chứng thư: bị thu hồi từ " + at + " (expected: chưa bị thu hồi)"))
                .ifPresent(doubts::add);
        doubt.map(why -> new Doubt(
                        false,
                        "chứng thư không nối được đến gốc nào của kho tin cậy ở đây (" + why
                                + "): văn bản đóng dấu này sẽ bị giữ lại ở nơi nhận; thêm gốc bằng admin trust add,"
                                + " hoặc xin tệp khóa có đủ chứng thư trung gian"))
                .ifPresent(doubts::add);
        return doubts;
    }

    /** Files that others may read: whoever can, has the seal. */
    public static List<Doubt> files(List<Path> files) {
        return files.stream()
                .flatMap(file -> SecretFiles.openToOthers(file).stream()
                        .map(found -> new Doubt(
                                false,
                                "tệp " + file + " mở cho tài khoản khác, " + found
                                        + " (expected: rw-------): chạy chmod 600 " + file)))
                .toList();
    }
}
