package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An old Java either finds a newer one or says in one line what is missing. */
class LauncherTest {
    private static final int CLASS_FILE_OF_JAVA_8 = 52;

    @ParameterizedTest
    @ValueSource(strings = {"Launcher", "Launcher$Running", "InstalledJdk", "ClassArchive"})
    void anOldJavaCanLoadIt(String name) throws IOException {
        try (InputStream in = Launcher.class.getResourceAsStream(name + ".class");
                DataInputStream data = new DataInputStream(Objects.requireNonNull(in))) {
            data.readInt();
            data.readUnsignedShort();
            assertThat(data.readUnsignedShort()).isEqualTo(CLASS_FILE_OF_JAVA_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.8,8", "1.8.0_402,8", "9,9", "17.0.15,17", "25,25", "25.0.1+8,25", "'',0", "abc,0"})
    void readsAVersion(String text, int feature) {
        assertThat(InstalledJdk.feature(text)).isEqualTo(feature);
    }

    @Test
    void takesTheNewestThatIsNewEnough(@TempDir Path folder) throws IOException {
        List<File> homes = List.of(
                home(folder, "a", "17.0.1"), home(folder, "b", "21.0.2"), home(folder, "c", "22"), folder.toFile());
        assertThat(Objects.requireNonNull(InstalledJdk.newest(homes, 21)).feature())
                .isEqualTo(22);
        assertThat(InstalledJdk.newest(homes, 23)).isNull();
    }

    @Test
    void anOldJavaRunsTheProgramWithANewerOne() throws Exception {
        Optional<Path> old = oldJava();
        assumeTrue(old.isPresent(), "no Java older than 21 is installed here");
        Path newer = Path.of(System.getProperty("java.home"));
        Outcome outcome =
                launch(old.get(), Objects.requireNonNull(newer.getParent()).toString(), "--version");
        assertThat(outcome.exit).as(outcome.text).isZero();
        assertThat(outcome.text)
                .contains("quá cũ, chạy bằng Java ")
                .contains("java " + Runtime.version().feature());
        assertThat(launch(old.get(), newer.getParent().toString(), "no-such-command").exit)
                .as("its exit code comes through")
                .isEqualTo(2);
    }

    @Test
    void anOldJavaAloneSaysWhatIsMissing(@TempDir Path empty) throws Exception {
        Optional<Path> old = oldJava();
        assumeTrue(old.isPresent(), "no Java older than 21 is installed here");
        Outcome outcome = launch(old.get(), empty.toString(), "--version");
        assertThat(outcome.exit).isEqualTo(1);
        assertThat(outcome.text.strip().lines()).singleElement().asString().contains("Java 21 trở lên", "JAVA_HOME");
    }

    /** Its launcher died before it could look who that was. */
    @Test
    void aProcessWhoseLauncherIsGoneEnds(@TempDir Path data) throws Exception {
        List<String> command = new ArrayList<>(CommandRun.java(List.of("serve", "--data", data.toString())));
        command.add(1, "-D" + Launcher.LAUNCHED + "=" + Long.MAX_VALUE);
        Process orphan = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(orphan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(orphan.waitFor()).isEqualTo(1);
        assertThat(text).doesNotContain("sẵn sàng").doesNotContain("lienthong.");
    }

    private record Outcome(int exit, String text) {}

    private static Outcome launch(Path java, String jdks, String argument) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Dlienthong.jdks=" + jdks, "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(Launcher.class.getName(), argument));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private static Optional<Path> oldJava() {
        return InstalledJdk.places().stream()
                .filter(home -> InstalledJdk.newest(List.of(home), 1) != null)
                .filter(home -> InstalledJdk.newest(List.of(home), Launcher.OLDEST) == null)
                .map(home -> home.toPath().resolve("bin").resolve("java"))
                .findFirst();
    }

    private static File home(Path folder, String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(
                home.resolve("bin").resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home.toFile();
    }
}
