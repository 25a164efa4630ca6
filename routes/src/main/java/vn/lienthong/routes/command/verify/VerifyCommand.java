package vn.lienthong.routes.command.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.verification.JudgeFile;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.gateway.verification.Outcome;
import vn.lienthong.routes.platform.VerificationRules;
import vn.lienthong.routes.report.Clean;
import vn.lienthong.routes.report.VerdictJson;
import vn.lienthong.routes.report.VerdictText;

/** {@code verify}: judges the signatures of files of any form, with the trust its caller names. */
@Command(
        name = "verify",
        description =
                "Kiểm tra chữ ký trong tệp PDF, gói edXML, XML, CMS, ASiC và biên nhận của cổng (verify signatures).",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = VerifyCommand.USAGE,
        exitCodeListHeading = "%nMã kết thúc:%n",
        exitCodeList = {
            "0:mọi chữ ký đều đạt",
            "1:có chữ ký không đạt hoặc hỏng, gói tin không đọc được, hoặc biên nhận không khớp",
            "2:chưa kết luận được (thiếu gốc tin cậy, CRL hay bằng chứng thời gian)",
            "3:không có chữ ký",
            "64:gọi sai"
        })
public final class VerifyCommand implements Callable<Integer> {
    static final int USAGE = 64;

    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "TỆP", description = "tệp PDF, gói edXML, XML, CMS (.p7s, .p7m), ASiC")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--trust",
            paramLabel = "CHỨNG_THƯ",
            description =
                    "chứng thư tin cậy, PEM hoặc DER, hoặc thư mục chứa chúng; tự cấp là gốc, còn lại là CA trung gian; có thể lặp lại")
    private List<Path> trust = new ArrayList<>();

    @Option(names = "--crl", paramLabel = "CRL", description = "danh sách thu hồi, PEM hoặc DER; có thể lặp lại")
    private List<Path> lists = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "TỆP",
            description =
                    "quy tắc và giới hạn kiểm tra, như trong lienthong.yaml (lienthong.verification, lienthong.signature-limits);"
                            + " không phân biệt nhánh: chứng thư trong --trust được coi là nhánh government")
    private @Nullable Path policy;

    @Option(
            names = "--at",
            paramLabel = "THỜI_ĐIỂM",
            description = "xét tại thời điểm này, ví dụ 2026-11-22T02:00:00Z (mặc định: bây giờ)")
    private @Nullable Instant at;

    @Option(
            names = "--content",
            paramLabel = "TỆP",
            description =
                    "tệp được ký, khi chữ ký nằm riêng; có thể lặp lại (mặc định: tệp cùng tên không có .p7s, .sig, .p7m, nằm cạnh)")
    private List<Path> contents = new ArrayList<>();

    @Option(
            names = "--document",
            paramLabel = "GÓI_TIN",
            description = "có phải văn bản của biên nhận không: tệp gói tin như đã gửi hoặc đã nhận")
    private @Nullable Path document;

    @Option(names = "--json", description = "in kết quả dạng JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "vi|en", description = "tiếng của kết luận (mặc định: vi)")
    private String language = "vi";

    @Override
    public Integer call() throws IOException {
        for (Path file : Stream.of(files, contents, Stream.ofNullable(document).toList())
                .flatMap(List::stream)
                .toList()) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw wrong(file + ": không đọc được (cần: một tệp)");
            }
        }
        if (!LANGUAGES.contains(language)) {
            throw wrong("--lang: " + language + " (cần: vi hoặc en)");
        }
        Instant time = at == null ? Clock.systemUTC().instant() : at;
        Path scratch = Files.createTempDirectory("lienthong-verify");
        try {
            VerificationRules rules = rules();
            List<JudgedFile> judged = judge(judge(rules, scratch), time);
            return tell(judged, rules, time).exitCode();
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private List<JudgedFile> judge(JudgeFile judging, Instant time) {
        ProgressLine progress =
                new ProgressLine(spec.commandLine().getErr(), !json && ProgressLine.terminal(), files.size());
        List<Path> beside =
                Stream.concat(contents.stream(), Stream.ofNullable(document)).toList();
        List<JudgedFile> judged = new ArrayList<>();
        for (Path file : files) {
            progress.at(judged.size() + 1, file);
            judged.add(judge(judging, file, beside, time));
        }
        progress.done();
        return judged;
    }

    /** A file that turns out bad, or goes away meanwhile, is one answer among the others. */
    private static JudgedFile judge(JudgeFile judging, Path file, List<Path> beside, Instant time) {
        try {
            JudgedFile judged = judging.judge(Beside.signed(file), Beside.of(file, beside), time);
            return HideBranch.of(judged).called(file.toString());
        } catch (IOException unreadable) {
            return JudgedFile.unreadable(
                    file.toString(),
                    Finding.error(
                            ErrorCode.INTERNAL, file.toString(), "file: " + unreadable + " (expected: readable)"));
        }
    }

    private VerificationRules rules() {
        try {
            return policy == null ? VerificationRules.standard() : VerificationRules.read(policy);
        } catch (IOException | IllegalArgumentException unusable) {
            throw wrong("--policy " + policy + ": " + Clean.text(String.valueOf(unusable.getMessage())));
        }
    }

    private Outcome tell(List<JudgedFile> judged, VerificationRules rules, Instant time) {
        PrintWriter out = spec.commandLine().getOut();
        Outcome outcome = judged.stream().map(JudgedFile::outcome).reduce(Outcome.PASSED, Outcome::worse);
        if (json) {
            out.println(VerdictJson.write(judged, outcome, rules, time));
        } else {
            VerdictText text = new VerdictText(out, Locale.of(language));
            judged.forEach(text::print);
            text.measuredBy(rules.source(), rules.text());
            text.asked(time);
        }
        out.flush();
        return outcome;
    }

    private JudgeFile judge(VerificationRules rules, Path scratch) {
        try {
            return TrustFiles.judge(trust, lists, rules, scratch);
        } catch (TrustFiles.Unusable file) {
            throw wrong(Clean.text(String.valueOf(file.getMessage())));
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
