package vn.lienthong.routes.command.sign;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.TimestampAuthority;
import vn.lienthong.gateway.lasting.CheckLevel;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingTrust;
import vn.lienthong.gateway.lasting.ProveFiles;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.KeptLists;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.routes.command.verify.TrustFiles;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundSettings;
import vn.lienthong.routes.link.TsaClient;

/** How long the signature is to last: with whose timestamps, by whose trust. */
final class ProofOptions {
    private static final int LONGEST_ANSWER_BYTES = 1 << 20;
    private static final int LONGEST_WAIT_SECONDS = 600;
    private static final int USUAL_WAIT_SECONDS = 120;
    private static final String AT_HIGHER_LEVELS = " (cần: không có, hoặc --level T, LT)";

    @Option(
            names = "--level",
            paramLabel = "B|T|LT",
            description =
                    "mức chữ ký (ETSI EN 319 142-1): B, T (có dấu thời gian), LT (có dữ liệu kiểm tra); mặc định: B")
    private LastingLevel level = LastingLevel.B;

    @Option(
            names = "--tsa",
            paramLabel = "ĐỊA_CHỈ",
            description = "máy chủ dấu thời gian (RFC 3161), cho mức T và LT; có thể lặp lại: hỏi lần lượt")
    private List<URI> authorities = new ArrayList<>();

    @Option(
            names = "--tsa-wait",
            paramLabel = "GIÂY",
            description = "chờ mỗi máy chủ dấu thời gian lâu nhất bao nhiêu giây (mặc định: 120)")
    private @Nullable Integer waitSeconds;

    @Option(
            names = "--trust",
            paramLabel = "CHỨNG_THƯ",
            description = "chứng thư tin cậy như ở lệnh verify, cho mức T và LT; có thể lặp lại")
    private List<Path> trust = new ArrayList<>();

    @Option(names = "--crl", paramLabel = "CRL", description = "danh sách thu hồi, cho mức LT; có thể lặp lại")
    private List<Path> lists = new ArrayList<>();

    /** @throws SignRefused where the options do not fit each other, or a file is not what its option needs */
    Proofs chosen(SigningKey key, Clock clock) throws SignRefused {
        if (level == LastingLevel.B) {
            requireNone("--tsa", authorities);
            requireNone("--trust", trust);
            requireNone("--crl", lists);
            require(waitSeconds == null, "--tsa-wait: " + waitSeconds + AT_HIGHER_LEVELS);
            return Proofs.NONE;
        }
        require(level != LastingLevel.LTA, "--level: LTA (cần: B, T hoặc LT)");
        require(!authorities.isEmpty(), "--tsa: thiếu (cần: địa chỉ máy chủ dấu thời gian, với --level " + level + ")");
        require(!trust.isEmpty(), "--trust: thiếu (cần: gốc của chứng thư ký và của máy chủ dấu thời gian)");
        require(
                waitSeconds() > 0 && waitSeconds() <= LONGEST_WAIT_SECONDS,
                "--tsa-wait: " + waitSeconds() + " (cần: 1 đến " + LONGEST_WAIT_SECONDS + " giây)");
        try {
            return proofs(key, TrustFiles.read(trust, lists), clock);
        } catch (TrustFiles.Unusable unusable) {
            throw new SignRefused(String.valueOf(unusable.getMessage()));
        }
    }

    private Proofs proofs(SigningKey key, TrustFiles.Known known, Clock clock) {
        ValidationPolicy policy = ValidationPolicy.standard();
        LastingTrust lasting = LastingTrust.of(
                known.stores(), known.cache(), new KeptLists(known.kept()), policy, PdfLimits.standard());
        RequestTimestamp requesting = new RequestTimestamp(
                clients(), () -> new VerifyTimestamp(known.stores(), known.cache(), policy), new SecureRandom(), clock);
        // Lists come with the call: there is nothing newer to wait for.
        ExtendFile.Terms terms = new ExtendFile.Terms(Duration.ZERO, Duration.ofDays(1));
        ProveFiles adding = new ProveFiles(
                requesting,
                lasting,
                new ExtendFile(requesting, () -> lasting, terms, clock),
                level,
                key.chain().stream().map(lasting.certificates()::of).toList(),
                clock);
        CheckLevel check = new CheckLevel(FileVerifiers.of(known.stores(), Revocations.none(), policy), level);
        return new Proofs(level, adding, Optional.of(check));
    }

    /** Who calls has named the address: any is let through. */
    private List<TimestampAuthority> clients() {
        OutboundHttp http = new OutboundHttp(new OutboundSettings(
                List.of(),
                List.of(),
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(waitSeconds()),
                LONGEST_ANSWER_BYTES));
        return authorities.stream()
                .<TimestampAuthority>map(address -> new TsaClient(http, address))
                .toList();
    }

    private int waitSeconds() {
        return waitSeconds == null ? USUAL_WAIT_SECONDS : waitSeconds;
    }

    private static void requireNone(String option, List<?> given) throws SignRefused {
        if (!given.isEmpty()) {
            throw new SignRefused(option + ": " + given.getFirst() + AT_HIGHER_LEVELS);
        }
    }

    private static void require(boolean holds, String text) throws SignRefused {
        if (!holds) {
            throw new SignRefused(text);
        }
    }
}
