package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * What lies where in an exchange folder. Its parts are real folders: one that is a symbolic link would have us write or read
 * where nobody said.
 *
 * @param mark text of the file that tells the folder from an empty mount point, or another one, in its place
 */
public record FolderPlace(Path root, String mark) {

    private static final String MARK = ".lien-thong";
    private static final int LONGEST_MARK = 200;

    /** The folder on record. */
    public static FolderPlace of(ExchangeFolder folder) {
        return new FolderPlace(Path.of(folder.path()), folder.mark());
    }

    /** Where the agency's system leaves what it sends. */
    Path out(MessageKind kind) {
        return switch (kind) {
            case EDOC -> root.resolve("out");
            case STATUS -> root.resolve("status").resolve("out");
        };
    }

    /** Where it finds what arrives. */
    Path in(MessageKind kind) {
        return switch (kind) {
            case EDOC -> root.resolve("in");
            case STATUS -> root.resolve("status").resolve("in");
        };
    }

    /** What was taken, each with its receipt. */
    Path sent() {
        return root.resolve("sent");
    }

    /** What was not taken, each with the reasons. */
    Path failed() {
        return root.resolve("failed");
    }

    /** Makes what is missing of it, the mark last; where the folder has the set-group-id bit, for its group. */
    public void make() throws IOException {
        Files.createDirectories(root);
        boolean shared = SharedGroup.shares(root);
        for (Path part : parts()) {
            Files.createDirectories(part);
            if (shared) {
                SharedGroup.letWork(part);
            }
        }
        WholeFile.write(root.resolve(MARK), mark.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException saying what is wrong, when this is not the folder that was connected, or not all of it is there */
    void check() throws IOException {
        Path file = root.resolve(MARK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || Files.size(file) > LONGEST_MARK
                || !Files.readString(file).strip().equals(mark)) {
            throw new IOException(root + ": không phải thư mục đã nối (expected: ổ đĩa đã gắn, tệp " + MARK
                    + " còn nguyên; hoặc nối lại bằng admin folder add)");
        }
        for (Path part : parts()) {
            check(part);
        }
    }

    /**
     * The agency's system may put something else in a part's place at any time: asked before each use of it.
     *
     * @throws IOException when the part is not, or is no longer, a real folder in this one
     */
    void check(Path part) throws IOException {
        if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)
                || !part.toRealPath().equals(root.toRealPath().resolve(root.relativize(part)))) {
            throw new IOException(part + ": không phải thư mục thường (expected: tạo lại bằng admin folder add)");
        }
    }

    /** All of them. */
    List<Path> parts() {
        return List.of(
                root.resolve("status"),
                out(MessageKind.EDOC),
                out(MessageKind.STATUS),
                in(MessageKind.EDOC),
                in(MessageKind.STATUS),
                sent(),
                failed());
    }
}
