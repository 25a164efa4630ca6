package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.routes.platform.Administration;

/** Documents before officers, at the command line. */
abstract class AdminSigning extends AdminCase {

    AdminSigning(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void whatWaitsIsListedAndWhatDoesNotIsNotEnded() {
        assertThat(run("signing", "list").out()).contains("không có văn bản nào chờ ký");
        String nobodys = UUID.randomUUID().toString();
        refused(run("signing", "end", nobodys), nobodys, "không có");
        refused(run("signing", "end", "x"), "không có");
    }
}
