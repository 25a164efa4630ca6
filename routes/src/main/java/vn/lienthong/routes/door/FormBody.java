package vn.lienthong.routes.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.gateway.finding.Finding;

/** What became of a {@code multipart/form-data} body that holds fields and files. */
public sealed interface FormBody extends AutoCloseable {

    @Override
    void close() throws IOException;

    /**
     * The form; its files are gone when it is closed.
     *
     * @param document the part that describes the document, as it came
     */
    record Read(byte[] document, List<FormFile> files, Path folder) implements FormBody {

        public Read {
            files = List.copyOf(files);
        }

        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }

    /** Nothing of it was kept. */
    record Refused(Finding finding) implements FormBody {

        @Override
        public void close() {}
    }

    /** Deletes a folder of files. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
