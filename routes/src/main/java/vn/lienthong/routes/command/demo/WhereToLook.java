package vn.lienthong.routes.command.demo;

import java.net.URI;
import java.util.Locale;

/** Says where the demo can be looked at and tried, once its story is told. */
final class WhereToLook {
    private static final String SCRIPT = "bash gateway/docs/first-document.sh";

    private final Addresses addresses;
    private final DemoFolder folder;
    private final Screen screen;

    WhereToLook(Addresses addresses, DemoFolder folder, Screen screen) {
        this.addresses = addresses;
        this.folder = folder;
        this.screen = screen;
    }

    void show(Stage stage) {
        Object first = stage.ledger().dossier(stage.first()).id();
        screen.line("");
        screen.line("Cổng vẫn chạy; dừng bằng Ctrl+C. (The gateway stays up; Ctrl+C stops it.)");
        screen.line("  Trang quản trị (console):  " + addresses.console());
        screen.line("    đăng nhập (log in):      " + DemoWorld.USER + " / " + folder.secret(DemoWorld.USER));
        screen.line("    văn thư (clerk):         " + DemoDesk.CLERK + " / " + folder.secret(DemoDesk.CLERK) + "  "
                + DemoDesk.CLERKS_AGENCY.organId() + ": văn bản đến, văn bản đi, đóng dấu");
        screen.line("    lãnh đạo (officer):      " + DemoDesk.OFFICER + " / " + folder.secret(DemoDesk.OFFICER) + "  "
                + DemoDesk.CLERKS_AGENCY.organId() + ": chờ ký");
        screen.line("    hồ sơ của bước 1:        " + addresses.dossier(first));
        screen.line("  Cổng trục (axis door):     " + addresses.axis());
        screen.line("  Cổng REST:                 " + addresses.services().resolve("api/v1/docs"));
        for (DemoAgency agency : DemoAgency.values()) {
            screen.line(String.format(
                    Locale.ROOT,
                    "    %-14s khóa %s  %s %s",
                    agency.systemId(),
                    folder.secret(agency.systemId()),
                    agency.code(),
                    agency.title()));
        }
        screen.line("  Tự gửi rồi nhận một văn bản (send one yourself, then collect it):");
        screen.line("    " + call(DemoAgency.VPCP) + " send G22 H53 'Văn bản thử'");
        screen.line("    " + call(DemoAgency.TAY_NINH) + " collect");
        screen.line("  " + DemoDesk.ECHO.organId()
                + " tự động trả lời (answers by itself): gửi tới đó rồi collect bằng hệ thống gửi:");
        screen.line("    " + call(DemoAgency.VPCP) + " send G22 " + DemoDesk.ECHO.organId() + " 'Kiểm thử'");
    }

    private String call(DemoAgency agency) {
        URI door = addresses.axis().resolve("/");
        String base = door.toString().substring(0, door.toString().length() - 1);
        return "AXIS=" + base + " SYSTEM=" + agency.systemId() + " SECRET=" + folder.secret(agency.systemId()) + " "
                + SCRIPT;
    }
}
