package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.routes.command.verify.ProgressLine;
import vn.lienthong.routes.report.Clean;

/** {@code sign}: signs files of any kind with a key at hand, each into a new file. */
@Command(
        name = "sign",
        description =
                "Ký số tệp bằng khóa trong tệp PKCS#12 hoặc thiết bị PKCS#11: PAdES, CAdES, XAdES, ASiC-E (sign files).",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = SignCommand.USAGE,
        exitCodeListHeading = "%nMã kết thúc:%n",
        exitCodeList = {
            "0:mọi tệp đã được ký và kiểm tra lại",
            "1:có tệp không được ký (mỗi tệp một lý do)",
            "2:khóa không dùng được, tệp còn lại chưa ký; hoặc chưa đạt mức T, LT (dấu thời gian, dữ liệu kiểm tra)",
            "64:gọi sai"
        })
public final class SignCommand implements Callable<Integer> {
    static final int USAGE = 64;
    private static final int NOT_SIGNED = 1;
    private static final int KEY_UNUSABLE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "TỆP", description = "tệp cần ký, hoặc thư mục: mọi tệp ngay trong đó")
    private List<Path> named = new ArrayList<>();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private FormOptions forms = new FormOptions();

    @Mixin
    private ProofOptions proving = new ProofOptions();

    @Option(
            names = "--out",
            paramLabel = "THƯ_MỤC",
            required = true,
            description = "nơi ghi kết quả: cùng tên với pades và xades, thêm .p7m, .p7s, .asice với dạng khác")
    private Path out = Path.of("");

    @Option(names = "--force", description = "ghi đè kết quả đã có (không bao giờ ghi đè tệp được ký)")
    private boolean force;

    @Option(
            names = "--together",
            paramLabel = "TÊN.asice",
            description = "mọi tệp vào một gói ASiC-E dưới một chữ ký, thay cho mỗi tệp một kết quả")
    private @Nullable String container;

    @Option(
            names = "--name",
            paramLabel = "TÊN",
            description = "tên người ký trong chữ ký PDF (mặc định: theo chứng thư)")
    private @Nullable String name;

    @Option(names = "--reason", paramLabel = "CHỮ", description = "lý do ký trong chữ ký PDF, ví dụ Ban hành")
    private String reason = "";

    @Option(names = "--json", description = "in kết quả dạng JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw wrong("--out: " + out + " (cần: một thư mục)");
        }
        Clock clock = Clock.systemUTC();
        try {
            List<SignJob> jobs = jobs();
            SigningKey key = keys.open();
            SealCertificate certificate = SealCertificate.of(key);
            String signer = name == null ? certificate.facts().commonName() : name;
            Proofs proofs = proving.chosen(key, clock);
            SignFiles signing =
                    new SignFiles(key, forms.chosen(certificate), new SignFiles.Words(signer, reason), proofs);
            Files.createDirectories(out);
            return sign(key, signing, jobs, proofs.level(), clock);
        } catch (SignRefused wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        } catch (SigningException | IllegalArgumentException unusable) {
            return unusable(unusable);
        }
    }

    private List<SignJob> jobs() throws SignRefused, IOException {
        Optional<SignatureForm> form = forms.asked();
        PlanJobs planning = new PlanJobs(out, form);
        if (container == null) {
            return planning.each(named);
        }
        if (form.filter(one -> one != SignatureForm.ASIC_E).isPresent()) {
            throw new SignRefused("--together: " + container + " (cần: không có --form khác asic-e)");
        }
        return planning.together(named, container);
    }

    private int sign(SigningKey key, SignFiles signing, List<SignJob> jobs, LastingLevel level, Clock clock) {
        ProgressLine progress =
                new ProgressLine(spec.commandLine().getErr(), !json && ProgressLine.terminal(), jobs.size());
        List<SignOutcome> outcomes = new ArrayList<>(jobs.size());
        AtomicInteger number = new AtomicInteger();
        SignBatch batch = new SignBatch(
                key,
                signing,
                new ReleaseFile(force),
                clock,
                job -> progress.at(number.incrementAndGet(), job.source()),
                outcome -> {
                    outcomes.add(outcome);
                    progress.done();
                    tell(outcome);
                });
        PrintWriter told = spec.commandLine().getOut();
        try {
            return batch.sign(jobs) ? exit(outcomes) : KEY_UNUSABLE;
        } finally {
            // Who reads it learns of every file that is written, whatever happened to the rest.
            if (json) {
                told.println(SignJson.write(outcomes, level));
            }
            told.flush();
        }
    }

    private void tell(SignOutcome outcome) {
        if (json) {
            return;
        }
        SignJob job = outcome.job();
        spec.commandLine()
                .getOut()
                .println(Clean.text(outcome.why()
                        .map(why -> "KHÔNG KÝ " + why)
                        .orElse(job.source()
                                + (job.sources().size() > 1
                                        ? " và " + (job.sources().size() - 1) + " tệp"
                                        : "")
                                + " → " + job.target())));
    }

    private static int exit(List<SignOutcome> outcomes) {
        int worst = 0;
        for (SignOutcome outcome : outcomes) {
            switch (outcome.state()) {
                case SIGNED -> {}
                case REFUSED, KEY_FAILED, NOT_TRIED -> {
                    return NOT_SIGNED;
                }
                case NOT_PROVEN -> worst = KEY_UNUSABLE;
            }
        }
        return worst;
    }

    private int unusable(Exception why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Clean.text("khóa: " + why.getMessage()));
        err.flush();
        return KEY_UNUSABLE;
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), Clean.text(text));
    }
}
