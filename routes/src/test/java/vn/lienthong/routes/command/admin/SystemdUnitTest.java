package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

class SystemdUnitTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aWordOfTheCommandStaysOneWordAndMeansNothingElse() {
        assertThat(SystemdUnit.quoted("serve")).isEqualTo("serve");
        assertThat(SystemdUnit.quoted("/srv/liên thông")).isEqualTo("\"/srv/liên thông\"");
        assertThat(SystemdUnit.quoted("100%")).isEqualTo("100%%");
        assertThat(SystemdUnit.quoted("$HOME\\x\"")).isEqualTo("\"$$HOME\\\\x\\\"\"");
    }

    @Test
    void givesAPortBelow1024ItsCapabilityAndAHomeItsFolder() {
        assertThat(unit(Path.of("/var/lib/lienthong"), false).text())
                .contains(
                        "CapabilityBoundingSet=\n",
                        "ProtectHome=true\n",
                        "ReadWritePaths=/var/lib/lienthong\n",
                        "TimeoutStopSec=120\n");
        assertThat(unit(Path.of("/home/vt/du lieu"), true).text())
                .contains(
                        "AmbientCapabilities=CAP_NET_BIND_SERVICE\n",
                        "ProtectHome=false\n",
                        "ReadWritePaths=\"/home/vt/du lieu\"\n");
    }

    @Test
    void whatTheCommandOrASettingHasInAHomeIsNotHiddenFromIt() {
        Path data = Path.of("/var/lib/lienthong");
        assertThat(reading(data, List.of("/home/vt/.sdkman/java/bin/java", "-jar", "/opt/x.jar"), List.of()))
                .contains("ProtectHome=false\n");
        assertThat(reading(data, List.of("/usr/bin/java", "-jar", "/root/x.jar"), List.of()))
                .contains("ProtectHome=false\n");
        assertThat(reading(data, List.of("/usr/bin/java", "--set", "axis.tls.key-store=/home/vt/k.p12"), List.of()))
                .contains("ProtectHome=false\n");
        assertThat(reading(data, List.of("/usr/bin/java"), List.of(Path.of("/home/vt/khoa.p12"))))
                .contains("ProtectHome=false\n");
        assertThat(reading(data, List.of("/usr/bin/java", "-jar", "/opt/x.jar"), List.of(Path.of("/etc/k.p12"))))
                .contains("ProtectHome=true\n");
    }

    private static String reading(Path data, List<String> command, List<Path> named) {
        return new SystemdUnit(command, "lienthong", data, named, 4096, 120, false, List.of()).text();
    }

    @Test
    void exchangeFoldersAreWritten() {
        Path data = Path.of("/var/lib/lienthong");
        Path folder = Path.of("/srv/trao doi/cu");
        assertThat(unit(data, false, folder, Path.of("/mnt/x")).text())
                .contains("ReadWritePaths=/var/lib/lienthong \"-/srv/trao doi/cu\" -/mnt/x\n", "ProtectHome=true\n");
        assertThat(unit(data, false, Path.of("/home/cu/x")).text()).contains("ProtectHome=false\n");
    }

    private static SystemdUnit unit(Path data, boolean lowPort, Path... alsoWrite) {
        return new SystemdUnit(
                List.of("/usr/bin/java", "-jar", "x.jar"),
                "lienthong",
                data,
                List.of(),
                4096,
                120,
                lowPort,
                List.of(alsoWrite));
    }

    @Test
    void refusesRootAndTooLittleMemoryAndAJarThatIsNone() {
        assertThat(run("--user", "root").err).contains("--user");
        assertThat(run("--memory-max", "10MB", "--jar", "x.jar").err).contains("--memory-max");
        assertThat(run("--jar", folder.resolve("none.jar").toString()).err).contains("--jar");
    }

    /** By systemd's own reading, and its own opinion of how much the service may. */
    @Test
    @Tag("ci")
    void systemdReadsItWithoutAComplaintAndFindsItTight() throws Exception {
        Path jar = Files.createFile(folder.resolve("lienthong.jar"));
        Path unit = folder.resolve("lienthong.service");
        String self = System.getProperty("user.name").equals("root") ? "daemon" : System.getProperty("user.name");
        Outcome written =
                run("--jar", jar.toString(), "--user", self, "--also-write", "/srv/x", "--write", unit.toString());
        assertThat(written.exit).as(written.err).isZero();
        String verified = program("systemd-analyze", "verify", "--man=no", unit.toString());
        assertThat(verified.lines().filter(line -> line.contains("lienthong"))).isEmpty();
        // 0 is shut, 10 wide open; systemd calls what is below 4 OK.
        assertThat(program("systemd-analyze", "security", "--offline=true", "--threshold=30", unit.toString()))
                .contains("OK");
    }

    @Test
    @Tag("ci")
    void theUnitMayWriteToTheExchangeFoldersOnRecord() throws Exception {
        Path data = folder.resolve("data");
        Path jar = Files.createFile(folder.resolve("lienthong.jar"));
        try (Administration record = Administration.open(data, Map.of(), Progress.silent())) {
            record.systems()
                    .save(
                            new ReceivingSystem(
                                    "he-thong-cu",
                                    "Hệ thống cũ",
                                    CallerKind.AGENCY,
                                    ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    true),
                            new byte[] {1});
            record.exchangeFolders().save(new ExchangeFolder("he-thong-cu", "/srv/trao-doi/cu", "dau"));
        }
        Path unit = folder.resolve("lienthong.service");
        Outcome written = run("--jar", jar.toString(), "--also-write", "/srv/x", "--write", unit.toString());
        assertThat(written.exit).as(written.err).isZero();
        assertThat(Files.readString(unit)).contains("ReadWritePaths=" + data + " -/srv/x -/srv/trao-doi/cu\n");
    }

    private static String program(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private record Outcome(int exit, String err) {}

    private Outcome run(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new java.util.ArrayList<>(
                List.of("admin", "systemd", "--data", folder.resolve("data").toString()));
        all.addAll(List.of(arguments));
        return new Outcome(line.execute(all.toArray(String[]::new)), err.toString());
    }
}
