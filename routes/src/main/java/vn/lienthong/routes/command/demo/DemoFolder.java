package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.routes.platform.SecretFile;
import vn.lienthong.routes.platform.StartRefused;

/** What the demo keeps of its own, in {@code demo} of the data folder. */
record DemoFolder(Path data) {

    /**
     * The folder to play in.
     *
     * @throws StartRefused when the data folder holds a gateway that was not made by the demo: nothing is mixed with real
     *     documents
     */
    static DemoFolder in(Path data) {
        DemoFolder folder = new DemoFolder(data.toAbsolutePath().normalize());
        if (Files.exists(data.resolve("postgres")) && !Files.isDirectory(folder.own())) {
            throw new StartRefused(
                    "thư mục dữ liệu " + folder.data()
                            + " không phải của lệnh demo (expected: thư mục mới, hoặc thư mục của lần demo trước; dùng --data)");
        }
        return folder;
    }

    Path own() {
        return data.resolve("demo");
    }

    Path pki() {
        return own().resolve("pki");
    }

    Path trust() {
        return data.resolve("trust");
    }

    /** The secret of that name, made when first asked for and the same ever after. */
    String secret(String name) {
        return SecretFile.readOrMake(secretFile(name));
    }

    Path secretFile(String name) {
        return own().resolve(name + ".secret");
    }

    /** Counts the stories played in this folder, beginning with 1: each has document numbers of its own. */
    int nextRun() throws IOException {
        Path counter = own().resolve("runs");
        int last = Files.exists(counter)
                ? Integer.parseInt(
                        Files.readString(counter, StandardCharsets.US_ASCII).strip())
                : 0;
        Files.writeString(counter, Integer.toString(last + 1), StandardCharsets.US_ASCII);
        return last + 1;
    }
}
