package vn.lienthong.routes.door.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.MessageKind;

/** Two accounts of one group work in a folder; bits as a real disk keeps them. */
class SharedGroupTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private FolderPlace made(int mode) throws IOException {
        Path root = Files.createDirectory(folder.resolve(Integer.toOctalString(mode)));
        Files.setAttribute(root, "unix:mode", mode);
        FolderPlace place = new FolderPlace(root, "dau hieu");
        place.make();
        place.check();
        return place;
    }

    private static int bits(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode") & 07777;
    }

    private static Path written(FolderPlace place) throws IOException {
        Path file = place.in(MessageKind.STATUS).resolve("a.edxml");
        WholeFile.write(file, "<edXML/>".getBytes(StandardCharsets.UTF_8));
        return file;
    }

    @Test
    void theGroupOfAFolderWithItsBitReadsFilesAndWorksInTheParts() throws IOException {
        FolderPlace place = made(02770);
        for (MessageKind kind : MessageKind.values()) {
            assertThat(bits(place.in(kind)) & 02070).isEqualTo(02070);
            assertThat(bits(place.out(kind)) & 02070).isEqualTo(02070);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written(place))))
                .isEqualTo("rw-r-----");
        assertThat(bits(place.root().resolve(".lien-thong"))).isEqualTo(0640);
    }

    @Test
    void elsewhereTheUmaskDecides() throws IOException {
        FolderPlace place = made(0700);
        Path plain = Files.createFile(folder.resolve("plain"));
        assertThat(bits(written(place))).isEqualTo(bits(plain));
        assertThat(bits(place.sent()) & 02000).isZero();
    }
}
