package vn.lienthong.routes.command.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: judges the signatures of PDF files, edXML packets and receipts, with the trust its caller names. */
@Command(
        name = "verify",
        description = "Kiểm tra chữ ký trong tệp PDF, gói edXML và biên nhận của cổng (verify signatures).",
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "TỆP", description = "tệp PDF, gói edXML hoặc biên nhận (.p7m)")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--trust",
            paramLabel = "CHỨNG_THƯ",
            description = "chứng thư tin cậy, PEM hoặc DER; tự cấp là gốc, còn lại là CA trung gian; có thể lặp lại")
    private List<Path> trust = new ArrayList<>();

    @Option(names = "--crl", paramLabel = "CRL", description = "danh sách thu hồi, PEM hoặc DER; có thể lặp lại")
    private List<Path> lists = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "THỜI_ĐIỂM",
            description = "xét tại thời điểm này, ví dụ 2026-11-22T02:00:00Z (mặc định: bây giờ)")
    private @Nullable Instant at;

    @Option(
            names = "--document",
            paramLabel = "GÓI_TIN",
            description = "có phải văn bản của biên nhận không: tệp gói tin như đã gửi hoặc đã nhận")
    private @Nullable Path document;

    @Option(names = "--json", description = "in kết quả dạng JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path file :
                Stream.concat(files.stream(), Stream.ofNullable(document)).toList()) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw wrong(file + ": không đọc được (cần: một tệp)");
            }
        }
        Instant time = at == null ? Clock.systemUTC().instant() : at;
        TrustFiles.Verifiers verifiers = verifiers();
        JudgeFile judging = new JudgeFile(verifiers.pdf(), new JudgeReceipt(verifiers.cms(), document), time);
        List<JudgedFile> judged = new ArrayList<>();
        for (Path file : files) {
            judged.add(judging.judge(file));
        }
        Outcome outcome = judged.stream().map(JudgedFile::outcome).reduce(Outcome.PASSED, Outcome::worse);
        if (json) {
            out.println(VerdictJson.write(judged, outcome, time));
        } else {
            VerdictText text = new VerdictText(out);
            judged.forEach(text::print);
            out.println("Xét tại thời điểm " + VerdictText.time(time) + " (giờ Việt Nam).");
        }
        out.flush();
        return outcome.exitCode();
    }

    private TrustFiles.Verifiers verifiers() {
        try {
            return TrustFiles.verifiers(trust, lists);
        } catch (TrustFiles.Unusable file) {
            throw wrong(Screen.clean(String.valueOf(file.getMessage())));
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
