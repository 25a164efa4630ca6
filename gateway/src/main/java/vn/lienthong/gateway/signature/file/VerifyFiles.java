package vn.lienthong.gateway.signature.file;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * Judges a file by what its bytes are, whatever it is called. A kind that nobody here judges is answered as not checked, never
 * as unsigned. Safe for many threads.
 */
public final class VerifyFiles implements FileVerifier {
    private final Map<FileKind, FileVerifier> verifiers;
    private final FileLimits limits;

    public VerifyFiles(Map<FileKind, FileVerifier> verifiers, FileLimits limits) {
        this.verifiers = Map.copyOf(verifiers);
        this.limits = limits;
    }

    /** Whether files of this kind are judged here. */
    public boolean judges(FileKind kind) {
        return verifiers.containsKey(kind);
    }

    /** Most files that a detached signature is looked for in. */
    public int maximumBeside() {
        return limits.maximumBeside();
    }

    @Override
    public SignatureReport verify(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException {
        FileKind kind = FileKind.of(file);
        if (kind == FileKind.OTHER) {
            return SignatureReport.without(file.name(), Presence.NOT_APPLICABLE);
        }
        if (file.length() > limits.maximumBytes()) {
            return notChecked(
                    ErrorCode.SIGNATURE_FILE_TOO_LARGE,
                    file,
                    "file: " + file.length() + " bytes (expected: at most " + limits.maximumBytes() + ")");
        }
        if (beside.size() > limits.maximumBeside()) {
            return notChecked(
                    ErrorCode.SIGNATURE_FILE_TOO_LARGE,
                    file,
                    "files beside it: " + beside.size() + " (expected: at most " + limits.maximumBeside() + ")");
        }
        FileVerifier verifier = verifiers.get(kind);
        if (verifier == null) {
            return notChecked(
                    ErrorCode.SIGNATURE_NOT_CHECKED,
                    file,
                    "form: " + kind + " (expected: one of "
                            + verifiers.keySet().stream().sorted().toList() + ")");
        }
        return judged(verifier, file, beside, validationTime);
    }

    private static SignatureReport judged(
            FileVerifier verifier, SignedFile file, List<SignedFile> beside, Instant validationTime)
            throws IOException {
        try {
            return verifier.verify(file, beside, validationTime);
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: that must neither stop the caller nor make it look unsigned.
            return SignatureReport.without(
                    file.name(),
                    Presence.BROKEN,
                    Finding.error(ErrorCode.INTERNAL, file.name(), "file: " + ours + " (expected: a judgement)"));
        }
    }

    private static SignatureReport notChecked(ErrorCode code, SignedFile file, String text) {
        return SignatureReport.without(file.name(), Presence.NOT_CHECKED, Finding.warning(code, file.name(), text));
    }
}
