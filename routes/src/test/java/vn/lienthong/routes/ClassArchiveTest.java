package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.platform.ReadyCluster;

/** The program as it is packaged: its first start makes an archive of its classes, the next one uses it. */
@Beside
class ClassArchiveTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @Test
    void belongsToItsJars() throws IOException {
        Path jar = Files.createFile(folder.resolve("lienthong.jar"));
        Path library =
                Files.createFile(Files.createDirectory(folder.resolve("lib")).resolve("a.jar"));
        List<String> before =
                ClassArchive.of(jar.toFile(), InstalledJdk.running()).use();
        assertThat(ClassArchive.of(jar.toFile(), InstalledJdk.running()).use()).isEqualTo(before);

        Files.setLastModifiedTime(library, FileTime.fromMillis(1));

        assertThat(ClassArchive.of(jar.toFile(), InstalledJdk.running()).use()).isNotEqualTo(before);
    }

    @Test
    void isNotMadeWhereTheFolderCannotBeWritten() {
        File jar = folder.resolve("missing").resolve("lienthong.jar").toFile();
        assertThat(ClassArchive.of(jar, InstalledJdk.running()).note()).isEmpty();
    }

    @Test
    @Tag("ci")
    void theFirstStartMakesItAndTheNextUsesIt() throws Exception {
        Path jar = packaged();
        ReadyCluster.layInto(folder.resolve("data"));
        Process first = serve(jar);
        await().atMost(LONG).until(() -> archives().size() == 1);
        first.destroy();
        assertThat(first.waitFor()).isEqualTo(TERMINATED);
        assertThat(files()).as("nothing of the making is left").noneMatch(name -> name.contains(ClassArchive.NOTES));

        Process second = serve(jar);
        ProcessHandle program = second.children().findFirst().orElseThrow();
        assertThat(program.info().arguments().orElseThrow())
                .contains("-XX:SharedArchiveFile=" + archives().getFirst());
        assertThat(Files.readString(folder.resolve("out"), StandardCharsets.UTF_8))
                .doesNotContain("WARNING", "[warning]");

        second.destroyForcibly();
        assertThat(program.onExit()).as("killed with its launcher").succeedsWithin(Duration.ofSeconds(10));
        serve(jar);
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    @Tag("ci")
    void oneThatDoesNotFitIsPassedOver() throws Exception {
        Path jar = packaged();
        String use = ClassArchive.of(jar.toFile(), InstalledJdk.running()).use().getFirst();
        Files.writeString(Path.of(use.substring(use.indexOf('=') + 1)), "no archive", StandardCharsets.UTF_8);

        Process process = start(jar, "--version");

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("out"), StandardCharsets.UTF_8)
                        .lines())
                .hasSize(2);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).toList();
        }
    }

    private List<String> archives() throws IOException {
        return files().stream()
                .filter(name -> name.endsWith(ClassArchive.ARCHIVE))
                .toList();
    }

    private Process serve(Path jar) throws IOException {
        Process process = start(
                jar,
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--set",
                "console.port=0",
                "--set",
                "axis.port=0",
                "--set",
                "services.port=0",
                "--set",
                "axis.plain-http=true",
                "--set",
                "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath());
        await().atMost(LONG).until(() -> {
            String said = Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
            assertThat(process.isAlive()).as(said).isTrue();
            return said.contains("] sẵn sàng");
        });
        return process;
    }

    private Process start(Path jar, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        started.add(process);
        return process;
    }

    /** As the build packages it: a jar that names the libraries beside it, each of them a jar too. */
    private Path packaged() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        List<String> names = new ArrayList<>();
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String part : all.split(File.pathSeparator, -1)) {
            if (part.endsWith("test-classes")) {
                continue;
            }
            Path source = Path.of(part);
            String name = names.size() + "-" + source.getFileName() + (part.endsWith(".jar") ? "" : ".jar");
            if (part.endsWith(".jar")) {
                link(source, lib.resolve(name));
            } else {
                pack(source, lib.resolve(name), new Manifest());
            }
            names.add("lib/" + name);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        manifest.getMainAttributes().putValue("Enable-Native-Access", "ALL-UNNAMED");
        Path jar = folder.resolve("lienthong.jar");
        pack(Files.createTempDirectory(lib, "none"), jar, manifest);
        return jar;
    }

    /** The same file under another name: half a gigabyte of libraries need not be written again. */
    private static void link(Path source, Path name) throws IOException {
        try {
            Files.createLink(name, source);
        } catch (IOException | UnsupportedOperationException onAnotherDisk) {
            Files.copy(source, name, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void pack(Path source, Path jar, Manifest manifest) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = source.relativize(file).toString();
                if (Files.isDirectory(file) && !name.isEmpty()) {
                    // Spring finds the classes of a package by the entry of its folder.
                    out.putNextEntry(new ZipEntry(name + "/"));
                } else if (Files.isRegularFile(file) && !name.equals("META-INF/MANIFEST.MF")) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }
}
