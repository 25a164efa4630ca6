package vn.lienthong.routes.command.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.signature.SignedFile;

/** What a file may be a detached signature over: what the caller named, and the file of the same name without the ending. */
final class Beside {
    private static final List<String> DETACHED = List.of(".p7s", ".sig", ".p7m");

    private Beside() {}

    static List<SignedFile> of(Path file, List<Path> named) throws IOException {
        List<SignedFile> beside = new ArrayList<>();
        for (Path one : named) {
            beside.add(signed(one).asContent());
        }
        String name = String.valueOf(file.getFileName());
        for (String ending : DETACHED) {
            if (name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()) {
                Path content = file.resolveSibling(name.substring(0, name.length() - ending.length()));
                if (Files.isRegularFile(content) && Files.isReadable(content) && !named.contains(content)) {
                    beside.add(signed(content));
                }
            }
        }
        return beside;
    }

    static SignedFile signed(Path file) throws IOException {
        return SignedFile.of(String.valueOf(file.getFileName()), file);
    }
}
