package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.making.SignatureForm;

/**
 * One result that is to be made.
 *
 * @param sources one, or for a container several
 * @param target a file that is not there yet, or may be replaced
 */
record SignJob(List<Path> sources, Path target, SignatureForm form) {
    SignJob {
        sources = List.copyOf(sources);
    }

    /** The file, or the first of several: what messages call it. */
    Path source() {
        return sources.getFirst();
    }

    /** How large its files are together, in bytes. */
    long bytes() throws IOException {
        long all = 0;
        for (Path source : sources) {
            all += Files.size(source);
        }
        return all;
    }

    List<SignedFile> files() throws IOException {
        List<SignedFile> files = new ArrayList<>(sources.size());
        for (Path source : sources) {
            files.add(SignedFile.of(String.valueOf(source.getFileName()), source));
        }
        return files;
    }
}
