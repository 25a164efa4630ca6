package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import vn.lienthong.routes.platform.Administration;

/** {@code admin master-key}: the key that stored secrets are encrypted under. */
@Command(
        name = "master-key",
        description = "Khóa chủ mã hóa các khóa bí mật được lưu (the master key).",
        mixinStandardHelpOptions = true,
        subcommands = MasterKeyCommand.Rotate.class)
final class MasterKeyCommand extends CommandGroup {

    /** {@code admin master-key rotate}: a new key; a gateway that runs goes on without a restart. */
    @Command(
            name = "rotate",
            description =
                    "Tạo khóa chủ mới và mã hóa lại mọi khóa bí mật trong một giao dịch; cổng đang chạy không cần dừng.",
            mixinStandardHelpOptions = true)
    static final class Rotate extends AdminTask {

        @Override
        void run(Administration record, PrintWriter out) {
            try {
                int count = record.rotateMasterKey().rotate();
                out.println("đã đổi khóa chủ, mã hóa lại " + count
                        + " khóa bí mật; sao lưu ngay tệp khóa chủ mới, nơi khác với cơ sở dữ liệu");
            } catch (IllegalStateException | IllegalArgumentException unopened) {
                throw new CommandRefused(
                        "chưa đổi gì: có khóa bí mật không mở được bằng khóa chủ hiện nay (đặt lại tệp khóa chủ từ bản sao"
                                + " lưu)",
                        unopened);
            }
        }
    }
}
