package vn.lienthong.gateway.signature;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Judges the signatures of files of one form: PDF, CMS, XML, ASiC. Safe for many threads. */
@FunctionalInterface
public interface FileVerifier {

    /**
     * Judges every signature of a file. Never throws for what is in the file.
     *
     * @param beside files that a detached signature may be over, by name; others are never looked for
     * @param validationTime as of when
     * @return not applicable to a file of another form
     * @throws IOException when the bytes cannot be read
     */
    SignatureReport verify(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException;
}
