package vn.lienthong.routes.command.demo;

import java.util.Locale;

/** Says where the demo can be looked at and tried, once its story is told. */
final class WhereToLook {
    private final Addresses addresses;
    private final DemoFolder folder;
    private final Screen screen;

    WhereToLook(Addresses addresses, DemoFolder folder, Screen screen) {
        this.addresses = addresses;
        this.folder = folder;
        this.screen = screen;
    }

    void show(Stage stage) {
        screen.line("");
        screen.line("Cổng vẫn chạy; dừng bằng Ctrl+C. (The gateway stays up; Ctrl+C stops it.)");
        screen.line("  Trang quản trị: " + addresses.console());
        screen.line("  Hồ sơ đầu tiên: "
                + addresses.dossier(stage.ledger().dossier(stage.first()).id()));
        screen.line("  Cổng trục:      " + addresses.axis());
        for (DemoAgency agency : DemoAgency.values()) {
            screen.line(String.format(
                    Locale.ROOT,
                    "    systemid %-14s khóa %s   %s %s",
                    agency.systemId(),
                    folder.secret(agency.systemId()),
                    agency.code(),
                    agency.title()));
        }
    }
}
