package vn.lienthong.routes.door.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.routes.Mutants;

/** Names that systems give their files, as far as a disk takes them: each has room for what we add to it. */
final class NameMutantsTest extends Mutants {

    private static final int LONGEST_NAME_BYTES = 255;

    @TempDir
    private Path folder;

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(new Parser(
                "name",
                List.of("công văn 12.edxml", "cv-12.json", "cv-12.phụ lục.pdf", ".dang-doc-0123456789abcdef-a.json"),
                splices(".", "..", ".json", ".pdf", ".part", " ", "ă", "-", ".dang-doc-0123456789abcdef-", "~"),
                this::name));
    }

    private boolean name(byte[] bytes) throws IOException {
        Path file;
        try {
            file = folder.resolve(new String(bytes, StandardCharsets.UTF_8).replace('/', '_'));
            if (!folder.equals(file.getParent()) || file.endsWith("..") || file.endsWith(".")) {
                return false;
            }
            Files.createFile(file);
        } catch (InvalidPathException | FileAlreadyExistsException notAName) {
            return false;
        } catch (FileSystemException tooLong) {
            return false;
        }
        try {
            List<FoundFile> found = FoundFile.in(folder);
            for (MessageKind kind : MessageKind.values()) {
                assertThat(new SortLeft(folder, kind, any -> Optional.empty())
                                .sort(found).stream()
                                        .mapToInt(left -> left.files().size())
                                        .sum())
                        .isEqualTo(found.size());
            }
            for (FoundFile one : found) {
                answered(one);
            }
            return !found.isEmpty();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The names that it may get here. */
    private void answered(FoundFile one) {
        FileNames.Parts parts = FileNames.parts(one.name());
        for (String name : List.of(
                FoundFile.ours(one.name(), Instant.EPOCH),
                parts.stem() + "-9999" + parts.ending() + FileAnswers.RECEIPT)) {
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LONGEST_NAME_BYTES);
            assertThat(folder.resolve(name).getParent()).isEqualTo(folder);
        }
    }
}
