package vn.lienthong.routes.platform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.routes.ClassArchive;

/**
 * Makes the {@link ClassArchive} of the program that runs, from the classes it has needed so far: some time after its start,
 * in a process of the lowest priority, beside its work. The next start is sooner; where it fails nothing is lost.
 */
final class MakeClassArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MakeClassArchive.class);

    /** By then the first documents have been through, and their classes are noted. */
    private static final Duration AFTER_START = Duration.ofSeconds(15);

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path notes;
    private final Path archive;
    private final Thread worker;

    private MakeClassArchive(Path notes, Path archive) {
        this.notes = notes;
        this.archive = archive;
        this.worker = Thread.ofVirtual().name("class-archive").unstarted(this::makeLater);
    }

    /** Begins where the {@link vn.lienthong.routes.Launcher} asked for it: not where an archive is there already. */
    static Optional<MakeClassArchive> begin() {
        String notes = System.getProperty(ClassArchive.NOTED);
        String archive = System.getProperty(ClassArchive.TO_MAKE);
        if (notes == null || archive == null) {
            return Optional.empty();
        }
        MakeClassArchive making = new MakeClassArchive(Path.of(notes), Path.of(archive));
        making.worker.start();
        return Optional.of(making);
    }

    /** Gives up what is not done. */
    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeLater() {
        Path lines = notes.resolveSibling(notes.getFileName() + ".whole");
        Path part = notes.resolveSibling(notes.getFileName() + ".part");
        try {
            Thread.sleep(AFTER_START);
            keepWholeLines(lines);
            if (make(lines, part)) {
                Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
                deleteOthers();
                LOG.info("class archive made: {}", archive);
            }
        } catch (InterruptedException closed) {
            LOG.info("class archive not made: the program ends");
        } catch (IOException e) {
            LOG.info("class archive not made", e);
        } finally {
            delete(lines);
            delete(part);
        }
    }

    /** Java still writes to the notes: the last line may be half. */
    private void keepWholeLines(Path to) throws IOException {
        String text = Files.readString(notes, StandardCharsets.UTF_8);
        Files.writeString(to, text.substring(0, text.lastIndexOf('\n') + 1), StandardCharsets.UTF_8);
    }

    private static boolean make(Path lines, Path part) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ClassArchive.making(Runtime.version().feature(), lines.toString(), part.toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                LOG.info("class archive not made: exit code {}", exit);
            }
            return exit == 0 && Files.exists(part);
        } catch (InterruptedException e) {
            process.destroyForcibly().waitFor();
            throw e;
        }
    }

    /** Archives of earlier versions of the program or of another Java, and what a kill left of making one. */
    private void deleteOthers() {
        File[] old = archive.getParent()
                .toFile()
                .listFiles(file -> file.getName().startsWith(ClassArchive.PREFIX)
                        && (file.getName().endsWith(ClassArchive.ARCHIVE)
                                || file.getName().contains(ClassArchive.NOTES))
                        && !file.toPath().equals(archive));
        for (File file : old == null ? new File[0] : old) {
            delete(file.toPath());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("left behind: {}", file, e);
        }
    }
}
