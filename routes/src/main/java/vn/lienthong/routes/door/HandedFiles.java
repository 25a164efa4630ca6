package vn.lienthong.routes.door;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * What somebody hands in to have it looked at or signed; it lies in a folder of the call and is gone when the call ends.
 *
 * @param file the file itself
 * @param beside files that belong to it
 * @param fields short texts beside them
 */
public record HandedFiles(FormFile file, List<FormFile> beside, FormFields fields) {

    public HandedFiles {
        beside = List.copyOf(beside);
    }

    /** The file as verifiers take it. */
    public SignedFile signed() throws IOException {
        return signed(file);
    }

    /** The files beside it as verifiers take them: whoever hands them in says that the signature is over them. */
    public List<SignedFile> signedBeside() throws IOException {
        List<SignedFile> files = new ArrayList<>();
        for (FormFile one : beside) {
            files.add(signed(one).asContent());
        }
        return files;
    }

    private static SignedFile signed(FormFile file) throws IOException {
        Path place = file.content()
                .file()
                .orElseThrow(() -> new IllegalStateException("file: nowhere (expected: in the folder of the call)"));
        return SignedFile.of(file.name(), place);
    }
}
