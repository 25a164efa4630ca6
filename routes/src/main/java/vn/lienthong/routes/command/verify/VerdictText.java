package vn.lienthong.routes.command.verify;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.lienthong.gateway.evidence.CheckReceipt;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.TimeFacts;

/** The verdict as a person reads it. */
final class VerdictText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final PrintWriter out;

    VerdictText(PrintWriter out) {
        this.out = out;
    }

    void print(JudgedFile judged) {
        say("", judged.file().toString());
        say("  ", "KẾT LUẬN: " + judged.outcome().vietnamese());
        judged.message().ifPresent(message -> {
            switch (message) {
                case Packet packet ->
                    say(
                            "  ",
                            "Gói edXML: văn bản " + packet.code().full() + " của "
                                    + packet.from().organName() + " ("
                                    + packet.from().organId() + "), mã "
                                    + packet.documentId());
                case StatusMessage status ->
                    say("  ", "Gói edXML: trạng thái của " + status.from().organName() + ", không mang chữ ký");
            }
        });
        judged.receipt().ifPresent(this::print);
        judged.findings().forEach(finding -> say("  ! ", text(finding)));
        judged.reports().forEach(this::print);
        out.flush();
    }

    private void print(ReceiptView receipt) {
        ReceiptContent content = receipt.content();
        say(
                "  ",
                "Biên nhận của cổng: văn bản " + content.documentId() + " của " + content.sender() + ", nhận lúc "
                        + TIME.format(content.receivedAt()));
        row("Hồ sơ", content.dossier() + ", DocId " + content.senderDocId());
        row("SHA-256 gói tin", content.bytes().hex());
        row("SHA-256 nội dung", content.content().hex());
        receipt.document().ifPresent(match -> row("Tệp đã cho", match.vietnamese()));
        row(
                "Niêm phong",
                receipt.seal()
                        .map(seal -> TIME.format(seal.at()) + ", cùng " + seal.entries() + " dòng, gốc "
                                + seal.root().hex())
                        .orElse("biên nhận xuất trước khi niêm phong"));
    }

    private static String subject(SignatureReport report) {
        return switch (report.subject()) {
            case JudgeFile.ENVELOPE -> "Vỏ gói tin";
            case CheckReceipt.SEAL -> "Niêm phong chứng cứ";
            default -> "Tệp " + report.subject();
        };
    }

    private void print(SignatureReport report) {
        String subject = subject(report);
        String state = report.presence() == Presence.SIGNED
                ? report.verdicts().size() + " chữ ký"
                : Words.of(report.presence());
        say("  ", subject + ": " + state);
        report.findings().forEach(finding -> say("    ! ", text(finding)));
        int number = 0;
        for (SignatureVerdict verdict : report.verdicts()) {
            number++;
            print(number, verdict);
        }
    }

    private void print(int number, SignatureVerdict verdict) {
        SignatureFacts facts = verdict.facts();
        String who = facts.signer().map(signer -> signer.commonName()).orElse("không rõ người ký");
        String reason =
                verdict.subIndication().map(sub -> " (" + sub.name() + ")").orElse("");
        say("  ", number + ". " + who + ": " + Words.of(verdict.indication()) + reason);
        facts.signer().ifPresent(signer -> {
            row(
                    "Cơ quan",
                    signer.organisation()
                            + signer.agencyCode().map(code -> ", mã " + code).orElse(""));
            row(
                    "Chứng thư",
                    "số " + signer.serial() + ", hiệu lực " + TIME.format(signer.validFrom()) + " đến "
                            + TIME.format(signer.validTo()) + ", do " + signer.issuer() + " cấp");
        });
        row("Thời điểm ký", time(facts.time()));
        row("Nguyên vẹn", Words.of(facts.integrity()));
        row("Bao phủ", Words.of(facts.coverage()));
        row("Tin cậy", Words.of(facts.path()));
        row("Thu hồi", revocation(facts.revocation()));
        row("Thuật toán", algorithms(facts.algorithms()));
        row("Thêm sau khi ký", changes(facts.changesAfter()));
        verdict.findings().forEach(finding -> say("     ! ", text(finding)));
    }

    private static String time(TimeFacts time) {
        if (time.timestamped().isPresent()) {
            String proven = time.timestampProven() ? "đã kiểm chứng" : "CHƯA kiểm chứng được";
            return TIME.format(time.timestamped().get()) + " theo dấu thời gian, " + proven;
        }
        return time.claimed()
                .map(claimed -> TIME.format(claimed) + " theo lời người ký, không có dấu thời gian")
                .orElse("không ghi");
    }

    private static String revocation(RevocationFacts facts) {
        String when = facts.revokedAt().map(at -> " từ " + TIME.format(at)).orElse("");
        String issued =
                facts.issued().map(at -> ", phát hành " + TIME.format(at)).orElse("");
        return Words.of(facts.status()) + when + " (" + facts.source() + issued + ")";
    }

    private static String algorithms(AlgorithmFacts facts) {
        return facts.equals(AlgorithmFacts.UNKNOWN)
                ? "không rõ"
                : facts.digest() + ", " + facts.signature() + " " + facts.keyBits() + " bit";
    }

    private static String changes(List<Change> changes) {
        return changes.isEmpty()
                ? "không có gì"
                : changes.stream()
                        .map(Change::kind)
                        .distinct()
                        .map(kind -> Words.of(kind) + " ("
                                + changes.stream()
                                        .filter(one -> one.kind() == kind)
                                        .count() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String text(Finding finding) {
        return finding.code().vietnamese() + ": " + finding.text() + " [" + finding.code() + ", " + finding.where()
                + "]";
    }

    private void row(String label, String value) {
        say("     ", String.format(Locale.ROOT, "%-16s %s", label + ":", value));
    }

    private void say(String indent, String text) {
        out.println(indent + Screen.clean(text));
    }

    /** The instant as these pages write it. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
