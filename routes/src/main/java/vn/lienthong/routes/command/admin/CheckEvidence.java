package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.evidence.Archive;
import vn.lienthong.gateway.evidence.CheckArchive;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** {@code admin evidence check}: walks all evidence on record and stops at the first break. */
@Command(
        name = "check",
        description = {
            "Kiểm tra mọi chuỗi chứng cứ, mọi niêm phong và mọi biên nhận đã lưu; dừng ở chỗ hỏng đầu tiên (mã kết thúc 1).",
            "Niêm phong của con dấu cũ: nêu chứng thư của nó bằng --certificate."
        },
        mixinStandardHelpOptions = true)
final class CheckEvidence extends AdminTask {
    /** A line of progress for about this many dossiers or seals. */
    private static final long STRIDE = 20_000;

    @Option(
            names = "--certificate",
            paramLabel = "CHỨNG_THƯ",
            description = "chứng thư của một con dấu niêm phong trước đây; có thể lặp lại")
    private List<Path> earlier = new ArrayList<>();

    private long told;

    @Override
    void run(Administration record, PrintWriter out) {
        Archive archive = record.proofs().archive();
        Archive.Size size = archive.size();
        Progress progress = Progress.sinceProcessStart(System.err);
        CheckArchive check = new CheckArchive(
                archive,
                seals(record),
                record.proofs().timestamps(),
                record.clock(),
                counts -> tell(progress, counts, size));
        Optional<String> fault = check.firstBreak();
        CheckArchive.Counts seen = check.counts();
        if (fault.isPresent()) {
            throw new CommandRefused("CHỨNG CỨ HỎNG: " + fault.get() + " (đã xem " + seen.dossiers() + " hồ sơ, "
                    + seen.seals() + " niêm phong; giữ nguyên dữ liệu và so với bản sao lưu)");
        }
        out.println("chứng cứ nguyên vẹn: " + seen.dossiers() + " hồ sơ, " + seen.entries() + " dòng, " + seen.seals()
                + " niêm phong, " + seen.stamped() + " dấu thời gian, " + seen.receipts() + " biên nhận");
        String rules = record.proofs().rules().text();
        out.println("quy tắc kiểm tra: " + (rules.isEmpty() ? "tiêu chuẩn" : "theo cấu hình, " + rules));
        if (size.unsealedEntries() > 0) {
            out.println(size.unsealedEntries() + " dòng chưa niêm phong (mỗi phút một lần khi cổng chạy)");
        }
        if (seen.unproven() > 0) {
            out.println(seen.unproven() + " dấu thời gian không dẫn tới gốc tin cậy hiện nay (admin trust add)");
        }
    }

    /** The seal of today and the earlier ones that were named; nobody else's. */
    private VerifySeal seals(Administration record) {
        List<X509Certificate> known =
                new ArrayList<>(List.of(record.proofs().seal().certificate()));
        earlier.forEach(file -> known.add(CertificateFile.read(file)));
        return new VerifySeal(
                TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, known, List.of())),
                Revocations.none(),
                record.proofs().rules().policy());
    }

    private void tell(Progress progress, CheckArchive.Counts seen, Archive.Size size) {
        long looked = seen.dossiers() + seen.seals();
        if (looked - told >= STRIDE) {
            told = looked;
            progress.say("đã xem " + seen.dossiers() + "/" + size.dossiers() + " hồ sơ, " + seen.seals() + "/"
                    + size.seals() + " niêm phong");
        }
    }
}
