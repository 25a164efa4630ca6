package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.routes.door.folder.FolderPlace;
import vn.lienthong.routes.platform.Administration;

/** {@code admin folder add}: from now on the system may send and receive by files in this folder. */
@Command(
        name = "add",
        description = "Nối một thư mục trao đổi cho một hệ thống; tạo các thư mục con còn thiếu.",
        mixinStandardHelpOptions = true)
final class AddFolder extends AdminTask {
    private static final int MARK_BYTES = 16;

    @Parameters(index = "0", paramLabel = "MÃ", description = "hệ thống, đã thêm bằng admin system add")
    private String id = "";

    @Parameters(index = "1", paramLabel = "THƯ_MỤC", description = "thư mục mà cả cổng lẫn hệ thống kia ghi được")
    private Path folder = Path.of("");

    @Override
    void run(Administration record, PrintWriter out) {
        ReceivingSystem system = KnownSystem.require(record.systems(), id);
        if (system.pushTo().isPresent()) {
            throw new CommandRefused("hệ thống " + id + ": được đẩy văn bản tới (expected: hệ thống tự đến lấy)");
        }
        ExchangeFolders folders = record.exchangeFolders();
        Path real = real(folder);
        requireApart(folders, record.trustFolder().getParent(), real);
        ExchangeFolder added = new ExchangeFolder(id, real.toString(), mark(record));
        try {
            FolderPlace.of(added).make();
        } catch (IOException e) {
            throw new CommandRefused(
                    "thư mục " + real + ": không tạo được thư mục con ("
                            + e.getClass().getSimpleName() + " " + e.getMessage() + ")",
                    e);
        }
        folders.save(added);
        out.println("đã nối thư mục " + real + " cho hệ thống " + id);
        out.println("  out/, status/out/: hệ thống đặt văn bản, trạng thái gửi đi; ghi xong mới đổi sang tên .edxml");
        out.println("  sent/, failed/: cổng chuyển vào đây, kèm biên nhận hoặc lý do");
        out.println("  in/, status/in/: văn bản, trạng thái đến; xóa hoặc chuyển tệp đi nghĩa là ĐÃ NHẬN");
        out.println(
                "tài khoản chạy cổng và tài khoản của hệ thống kia đều phải ghi được các thư mục này: cùng một nhóm,"
                        + " chmod 2770 cho thư mục rồi chạy lại lệnh này");
        out.println("cổng chạy bằng systemd: ghi lại unit với admin systemd --also-write " + real);
    }

    private static Path real(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new CommandRefused(
                    "thư mục " + folder + ": không có và không tạo được (expected: thư mục ghi được)", e);
        }
    }

    /** A folder in a folder would be taken for what was left there; the data folder is nobody's to write to. */
    private void requireApart(ExchangeFolders folders, Path data, Path real) {
        Path own = data.toAbsolutePath().normalize();
        if (real.startsWith(own) || own.startsWith(real)) {
            throw new CommandRefused("thư mục " + real + ": trùng hoặc lồng với thư mục dữ liệu của cổng " + own
                    + " (expected: nằm ngoài)");
        }
        Optional<ExchangeFolder> other = folders.all().stream()
                .filter(known -> !known.systemId().equals(id))
                .filter(known ->
                        real.startsWith(known.path()) || Path.of(known.path()).startsWith(real))
                .findFirst();
        other.ifPresent(known -> {
            throw new CommandRefused("thư mục " + real + ": trùng hoặc lồng với thư mục của " + known.systemId() + ", "
                    + known.path() + " (expected: mỗi hệ thống một thư mục riêng)");
        });
    }

    private static String mark(Administration record) {
        byte[] random = new byte[MARK_BYTES];
        record.random().nextBytes(random);
        return "lien-thong " + HexFormat.of().formatHex(random);
    }
}
