package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.backup.MakeBackup;

/** {@code admin backup}: one file that a gateway can be made of again. */
@Command(
        name = "backup",
        description = {
            "Sao lưu cơ sở dữ liệu, kho văn bản, kho tin cậy và thiết lập vào một tệp, về cùng một thời điểm; cổng cứ chạy.",
            "Khóa (khóa chủ, khóa niêm phong) chỉ vào bản sao lưu với --with-keys, được mã hóa dưới một mật khẩu."
        },
        mixinStandardHelpOptions = true,
        subcommands = CheckBackupFile.class)
final class BackupCommand extends AdminTask {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LISTED = 5;

    @Option(
            names = "--to",
            paramLabel = "TỆP|THƯ_MỤC",
            description = "tệp mới, hoặc thư mục có sẵn (tên tệp tự đặt theo giờ)")
    private @Nullable Path to;

    @Option(
            names = "--with-keys",
            description = "kèm khóa chủ, khóa niêm phong và mọi tệp trong secrets, mã hóa dưới mật khẩu")
    private boolean withKeys;

    @Mixin
    private KeysPassphrase passphrase = new KeysPassphrase();

    @Override
    void run(Administration record, PrintWriter out) {
        Path file = file(record);
        Optional<String> sealedUnder = withKeys ? Optional.of(passphrase.chosen()) : Optional.empty();
        try {
            MakeBackup.Made made = new MakeBackup(
                            record.address(),
                            record.root(),
                            record.configuration(),
                            Progress.sinceProcessStart(System.err))
                    .make(file, version(), sealedUnder);
            tell(made, out);
        } catch (IOException | SQLException e) {
            throw new CommandRefused("không sao lưu được: " + e.getMessage() + " (tệp dở dang đã được xóa)", e);
        }
    }

    private Path file(Administration record) {
        if (to == null) {
            throw new CommandRefused("thiếu --to TỆP|THƯ_MỤC: nơi đặt bản sao lưu");
        }
        Path file = Files.isDirectory(to)
                ? to.resolve("lienthong-" + STAMP.format(record.clock().instant()) + ".zip")
                : to;
        if (Files.exists(file)) {
            throw new CommandRefused("--to: " + file + " đã có (expected: tệp mới; không ghi đè bản sao lưu nào)");
        }
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new CommandRefused(
                    "--to: không có thư mục " + file.toAbsolutePath().getParent());
        }
        return file;
    }

    private void tell(MakeBackup.Made made, PrintWriter out) {
        out.println("đã sao lưu vào " + made.file() + ", về thời điểm " + made.point() + ": " + made.rows() + " dòng, "
                + made.documents() + " tệp của kho văn bản");
        out.println("SHA-256 của tệp: " + made.whole());
        if (!withKeys) {
            out.println(
                    "KHÔNG có khóa: giữ secrets/master.key, seal.p12 và seal.password ở nơi khác (hoặc --with-keys)");
        }
        made.outside()
                .forEach(outside -> out.println("CẢNH BÁO: " + outside
                        + " nằm ngoài thư mục dữ liệu, KHÔNG có trong bản sao lưu; không có nó thì khóa không mở được: tự sao"
                        + " lưu tệp này, hoặc chuyển vào secrets rồi admin seal add lại"));
        if (!made.withSettings()) {
            out.println("KHÔNG có lienthong.yaml, vì trong đó có mật khẩu (--with-keys kèm nó, mã hóa)");
        }
        if (!made.missing().isEmpty()) {
            throw new CommandRefused("bản sao lưu đã ghi, nhưng kho văn bản THIẾU hoặc HỎNG "
                    + made.missing().size()
                    + " tệp mà hồ sơ nêu tên: "
                    + String.join(", ", made.missing().stream().limit(LISTED).toList())
                    + " (tìm chúng trong bản sao lưu trước; admin evidence check)");
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(BackupCommand.class.getPackage().getImplementationVersion(), "chưa đóng gói");
    }
}
