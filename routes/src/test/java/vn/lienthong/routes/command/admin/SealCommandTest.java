package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** The seal of an agency from its adding to its end, as an administrator does it. */
@Tag("ci")
class SealCommandTest {
    private static final String BINARIES =
            Path.of("target", "postgres").toAbsolutePath().toString();
    private static final String PIN = "mật khẩu";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Administration running;

    private record Outcome(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        running = Administration.open(
                folder.resolve("data"), Map.of("database.embedded-binaries", BINARIES), Progress.silent());
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                Instant.now().minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        Files.write(
                folder.resolve("hue.p12"),
                pki.sealOf("H57", "UBND thành phố Huế", Fate.GOOD).pkcs12(PIN.toCharArray()));
        Files.write(
                folder.resolve("old.p12"),
                pki.sealOf("H57", "UBND thành phố Huế", Fate.EXPIRED).pkcs12(PIN.toCharArray()));
        Files.writeString(folder.resolve("pin"), PIN + "\n");
        Files.writeString(folder.resolve("picture.png"), "no picture");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Outcome admin(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RootCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--data", folder.resolve("data").toString(), "--set", "database.embedded-binaries=" + BINARIES));
        return new Outcome(command.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aSealIsAddedListedReplacedAndEnded() {
        assertThat(admin("seal", "list").out()).contains("chưa có con dấu nào");
        assertThat(admin("seal", "add", "H57", "--p12", file("old.p12"), "--secret-file", file("pin"))
                        .err())
                .contains("đang có hiệu lực");
        assertThat(admin("seal", "add", "H57", "--p12", file("hue.p12"), "--secret-file", file("hue.p12"))
                        .exit())
                .isNotZero();
        assertThat(admin("seal", "add", "H57", "--p12", file("hue.p12"), "--pkcs11", "/x", "--secret-file", file("pin"))
                        .exit())
                .as("one place")
                .isNotZero();
        assertThat(admin("seal", "add", "H57", "--secret-file", file("pin")).exit())
                .as("some place")
                .isNotZero();
        assertThat(admin("seal", "add", "H57", "--pkcs11", "/nowhere.so", "--secret-file", file("pin"))
                        .err())
                .contains("PKCS#11");
        assertThat(admin(
                                "seal",
                                "add",
                                "H57",
                                "--p12",
                                file("hue.p12"),
                                "--secret-file",
                                file("pin"),
                                "--picture",
                                file("picture.png"))
                        .err())
                .contains("PNG");
        assertThat(running.agencySeals().all()).isEmpty();

        Outcome added = admin("seal", "add", "H57", "--p12", file("hue.p12"), "--secret-file", file("pin"), "--keep");
        assertThat(added.err()).isEmpty();
        assertThat(added.out())
                .contains("H57 UBND thành phố Huế")
                .contains("DEV ONLY")
                .contains("mã PIN đã cất")
                .doesNotContain(PIN);
        AgencySeal first = running.agencySeals().all().getFirst();
        assertThat(running.agencySeals().secret(first.id())).isPresent();
        Outcome again = admin("seal", "add", "H57", "--p12", file("hue.p12"), "--secret-file", file("pin"));
        assertThat(again.out())
                .contains("con dấu " + first.id() + " kết thúc lúc đó")
                .contains("tệp " + file("pin"));
        AgencySeal second = running.agencySeals()
                .of(first.agency(), running.clock().instant().plusSeconds(1))
                .orElseThrow();
        assertThat(admin("seal", "list").out()).contains(first.id().toString()).contains("KHÔNG CÒN");
        assertThat(admin("seal", "end", second.id().toString()).out()).contains("đã thôi dùng");
        assertThat(admin("seal", "end", second.id().toString()).err()).contains("đã kết thúc");
        assertThat(admin("seal", "end", "x").err()).contains("không có");
        assertThat(running.people().events().latest(10))
                .extracting(event -> event.act().orElseThrow())
                .contains(AccessAct.SEAL_ADDED, AccessAct.SEAL_ENDED);
    }

    @Test
    void onlyAPersonHoldsTheRight() {
        assertThat(admin("system", "mandate", "grant", "x", "H57", "seal").exit())
                .isNotZero();
        assertThat(admin("mandate", "grant", "x", "H57", "seal").err()).contains("send, collect, status hoặc transit");
        running.accounts()
                .save(
                        new vn.lienthong.gateway.access.Account(
                                "vt.hue", "Văn thư", vn.lienthong.gateway.access.Role.CLERK, false, true),
                        "{x}1");
        assertThat(admin("user", "mandate", "grant", "vt.hue", "H57", "seal").out())
                .contains("SEAL");
        assertThat(running.accountMandates().of("vt.hue"))
                .singleElement()
                .satisfies(mandate -> assertThat(mandate.right()).isEqualTo(Right.SEAL));
        assertThat(admin("user", "mandate", "end", "vt.hue", "H57", "seal").out())
                .contains("không còn quyền SEAL");
    }
}
