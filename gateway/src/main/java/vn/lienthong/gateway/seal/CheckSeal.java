package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.LineageCodes;
import vn.lienthong.gateway.signature.path.SealCertificate;

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
        List<Doubt> doubts = new ArrayList<>();
        if (!certificate.validAt(now)) {
            doubts.add(new Doubt(
                    true,
                    "chứng thư: hiệu lực " + certificate.facts().validFrom() + " đến "
                            + certificate.facts().validTo() + " (expected: đang có hiệu lực)"));
        }
        if (!certificate.signsDocuments()) {
            doubts.add(
                    new Doubt(
                            true,
                            "chứng thư: mục đích sử dụng khóa không cho ký văn bản (expected: digitalSignature hoặc nonRepudiation)"));
        }
        Optional<String> code = certificate.facts().agencyCode();
        if (code.isEmpty()) {
            doubts.add(new Doubt(false, "chứng thư không ghi mã cơ quan: nơi nhận chỉ nhận ra con dấu theo tên"));
        } else if (!LineageCodes.carries(directory, agency, new AgencyCode(code.get()), now)) {
            doubts.add(new Doubt(
                    false,
                    "chứng thư ghi mã " + code.get()
                            + " (expected: mã của cơ quan này): văn bản đóng dấu này sẽ bị giữ lại ở nơi nhận"));
        }
        if (certificate.development()) {
            doubts.add(new Doubt(false, "chứng thư DEV ONLY: lệnh serve không chạy với con dấu này"));
        }
        return doubts;
    }
}
