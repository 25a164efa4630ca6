package vn.lienthong.routes;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes under test as Java has parsed and linked them, so that the hundred gateways that a full build starts cost half
 * the work each. Java archives classes of jars only: what a build leaves in folders is put into jars first. Made once for a
 * state of the classes, by whichever test needs it first.
 */
final class ArchivedClasses {
    /** Set where it pays: in a build that starts many gateways. */
    private static final String WANTED = "lienthong.archived-classes";

    private static final int LOGS_AS_AOT = 25;
    private static final long LIMIT_SECONDS = 300;

    private final Path folder;
    private final Path archive;
    private final List<Path> parts;

    private ArchivedClasses(Path folder, List<Path> parts) {
        this.folder = folder;
        this.archive = folder.resolve("classes.jsa");
        this.parts = parts;
    }

    /** The options that put the classes on the path of {@link CommandRun}'s Java, with an archive where it is wanted. */
    static List<String> onPath() {
        return Boolean.getBoolean(WANTED) ? Made.OPTIONS : List.of("-cp", classPath());
    }

    /** Made when it is first asked for. */
    private static final class Made {
        static final List<String> OPTIONS = make();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<String> make() {
        try {
            List<Path> parts = Stream.of(classPath().split(File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::exists)
                    .toList();
            Path folder = Path.of("target", "archived-classes", Integer.toHexString(state(parts)))
                    .toAbsolutePath();
            Files.createDirectories(folder);
            ArchivedClasses classes = new ArchivedClasses(folder, parts);
            classes.archive();
            return classes.using();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int state(List<Path> parts) throws IOException {
        StringBuilder state = new StringBuilder(System.getProperty("java.home"));
        for (Path part : parts) {
            try (Stream<Path> files = Files.walk(part)) {
                for (Path file : files.sorted().toList()) {
                    state.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
                }
            }
        }
        return state.toString().hashCode();
    }

    private Path jar(int part) {
        return folder.resolve("part-" + part + ".jar");
    }

    /** Makes it where it is not there; other test processes wait meanwhile. */
    private void archive() throws IOException, InterruptedException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.exists(archive)) {
                pack();
                dump(noted());
            }
        }
    }

    private List<String> using() {
        List<String> options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off"));
        if (Runtime.version().feature() >= LOGS_AS_AOT) {
            options.add("-Xlog:aot*=off");
        }
        options.addAll(List.of("-cp", path()));
        return options;
    }

    private String path() {
        List<String> jars = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            jars.add(
                    Files.isDirectory(parts.get(i))
                            ? jar(i).toString()
                            : parts.get(i).toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private void pack() throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            if (Files.isDirectory(parts.get(i))) {
                pack(parts.get(i), jar(i));
            }
        }
    }

    /** A gateway is started to see which classes it takes. */
    private Path noted() throws IOException {
        Path notes = folder.resolve("classes.list");
        List<String> program = new ArrayList<>(CommandRun.JAVA);
        program.addAll(List.of("-XX:DumpLoadedClassList=" + notes, "-cp", path()));
        program.addAll(List.of(DevelopmentGateway.class.getName(), GatewayProcess.DEVELOPMENT));
        try (GatewayProcess gateway = GatewayProcess.start(program, folder.resolve("data"), Map.of())) {
            gateway.awaitReady();
        }
        return notes;
    }

    private void dump(Path notes) throws IOException, InterruptedException {
        Path unfinished = folder.resolve("unfinished.jsa");
        List<String> command = new ArrayList<>(CommandRun.JAVA);
        command.addAll(ClassArchive.making(Runtime.version().feature(), notes.toString(), unfinished.toString()));
        command.addAll(List.of("-cp", path()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("archive of classes: not made by " + command);
        }
        Files.move(unfinished, archive);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.sorted().toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(each)) {
                    // Resources are looked for by folder too.
                    if (!name.isEmpty()) {
                        out.putNextEntry(new JarEntry(name + "/"));
                        out.closeEntry();
                    }
                } else if (!name.equals("META-INF/MANIFEST.MF")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(each, out);
                    out.closeEntry();
                }
            }
        }
    }
}
