package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienthong.routes.platform.Administration;

/** Systems, their secrets, limits and mandates. */
abstract class AdminSystems extends AdminCase {
    AdminSystems(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void nothingAnswersForAClerksAgencyNorUnderAnEchosName() throws Exception {
        Path password = Files.writeString(folder.resolve("desk-password"), "mot mat khau rat dai\n");
        run("user", "add", "vt.echo", "--role", "clerk", "--password-file", password.toString());
        run("user", "mandate", "grant", "vt.echo", "G18", "collect");
        refused(run("echo", "on", "--agency", "G18"), "G18", "văn thư");
        run("user", "mandate", "end", "vt.echo", "G18", "collect");
        assertThat(run("echo", "on", "--agency", "G18").exit()).isZero();
        assertThat(run("echo", "off", "--agency", "G18").exit()).isZero();
        refused(run("system", "add", "echo-G19", "--name", "x", "--agency", "G19"), "echo-G19", "echo-)");
    }

    @Test
    void aSystemIsAddedListedAndGivenAnotherSecret() {
        Outcome added = run("system", "add", "vpcp", "--name", "Văn phòng", "--agency", "G22", "--agency", "H01");
        assertThat(added.exit()).as(added.err()).isZero();
        String first = lastLine(added);
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(running.systems().secret("vpcp")).hasValue(first.getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().mandates("vpcp")).hasSize(6);

        assertThat(run("system", "list").out()).contains("vpcp | Văn phòng | agency | tự đến lấy | cửa sổ 24 giờ");

        String second = lastLine(run("system", "secret", "vpcp"));
        assertThat(second).isNotEqualTo(first);
        assertThat(running.systems().secret("vpcp")).hasValue(second.getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().mandates("vpcp")).as("mandates stay").hasSize(6);
    }

    @Test
    void anOldSecretMayCountForSomeHoursMore() {
        String first = lastLine(run("system", "add", "doi.khoa", "--name", "A", "--agency", "G22"));
        Outcome renewed = run("system", "secret", "doi.khoa", "--keep-old", "24");
        assertThat(renewed.out()).contains("khóa cũ còn dùng được 24 giờ");
        assertThat(running.systems().secret("doi.khoa"))
                .hasValue(lastLine(renewed).getBytes(StandardCharsets.UTF_8));
        Instant now = running.clock().instant();
        assertThat(running.systems().previousSecret("doi.khoa", now)).hasValue(first.getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().previousSecret("doi.khoa", now.plus(Duration.ofHours(25))))
                .isEmpty();
        refused(run("system", "secret", "doi.khoa", "--keep-old", "9999"), "--keep-old: 9999");
        run("system", "secret", "doi.khoa");
        assertThat(running.systems().previousSecret("doi.khoa", now)).isEmpty();
    }

    @Test
    void theMasterKeyIsReplacedUnderEverySecret() {
        String secret = lastLine(run("system", "add", "duoi.khoa", "--name", "A", "--agency", "G22"));
        assertThat(run("master-key", "rotate").out()).contains("đã đổi khóa chủ, mã hóa lại");
        assertThat(running.systems().secret("duoi.khoa")).hasValue(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(run("master-key", "rotate").exit()).isZero();
        assertThat(running.systems().secret("duoi.khoa")).hasValue(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSystemThatIsThereIsNotReplaced() {
        assertThat(run("system", "add", "twice", "--name", "A", "--agency", "G22")
                        .exit())
                .isZero();
        refused(run("system", "add", "twice", "--name", "B", "--agency", "G22"), "twice đã có");
    }

    @Test
    void aLongWindowNeedsABinding() {
        refused(run("system", "add", "long", "--name", "A", "--agency", "G22", "--window", "72"), "--window: 72");
        assertThat(run(
                                "system",
                                "add",
                                "long",
                                "--name",
                                "A",
                                "--agency",
                                "G22",
                                "--window",
                                "72",
                                "--bind-address",
                                "10.1.0.0/16")
                        .exit())
                .isZero();
    }

    @Test
    void theUsualWindowIsASetting() {
        assertThat(run("system", "add", "usual", "--name", "A", "--agency", "G22", "--set", "door.timestamp-window=90m")
                        .exit())
                .isZero();
        assertThat(run("system", "add", "own", "--name", "A", "--agency", "G22", "--window", "2")
                        .exit())
                .isZero();
        assertThat(run("system", "list").out())
                .contains("usual | A | agency | tự đến lấy | cửa sổ 90 phút")
                .contains("own | A | agency | tự đến lấy | cửa sổ 2 giờ");
    }

    @Test
    void anAgencyThatIsNotThereAnyMoreIsRefusedWithItsSuccessor() {
        refused(run("system", "add", "gone", "--name", "A", "--agency", "H39"), "H39", "kế thừa", "H53");
        refused(run("system", "add", "gone", "--name", "A", "--agency", "Q99"), "Q99", "không có trong danh mục");
        assertThat(running.systems().find("gone")).as("nothing half done").isEmpty();
    }

    @Test
    void aMandateIsGrantedOnceAndEnds() {
        run("system", "add", "mandates", "--name", "A", "--agency", "G22");
        assertThat(run("mandate", "grant", "mandates", "H57", "transit").out()).contains("từ nay có quyền TRANSIT");
        assertThat(run("mandate", "grant", "mandates", "H57", "TRANSIT").out()).contains("đã có sẵn");
        assertThat(running.systems().mandates("mandates")).hasSize(4);
        assertThat(run("mandate", "end", "mandates", "H57", "transit").exit()).isZero();
        assertThat(running.systems().mandates("mandates"))
                .as("it stays on record, ended")
                .hasSize(4)
                .filteredOn(mandate -> mandate.to().isPresent())
                .hasSize(1);
        refused(run("mandate", "end", "mandates", "H57", "transit"), "không có quyền TRANSIT");
        refused(run("mandate", "grant", "nobody", "H57", "send"), "nobody", "không có");
        refused(run("mandate", "grant", "mandates", "H57", "fly"), "fly", "transit");
    }

    @Test
    void aSystemIsShutOutAndComesBackWithAnotherSecret() {
        String secret = lastLine(run("system", "add", "shut", "--name", "A", "--agency", "G22"));
        assertThat(run("system", "disable", "shut").out()).contains("admin system secret shut");
        assertThat(running.systems().secret("shut")).as("no call is authentic").isEmpty();
        assertThat(run("system", "list").out()).containsPattern("shut \\| A .* ĐÃ TẮT");
        String next = lastLine(run("system", "secret", "shut"));
        assertThat(running.systems().secret("shut"))
                .get()
                .isEqualTo(next.getBytes(StandardCharsets.UTF_8))
                .isNotEqualTo(secret.getBytes(StandardCharsets.UTF_8));
        refused(run("system", "disable", "nobody"), "nobody: không có");
    }
}
