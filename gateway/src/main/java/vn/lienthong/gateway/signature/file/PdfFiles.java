package vn.lienthong.gateway.signature.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/** PDF among the forms of files. A PDF carries its signatures; nothing beside it counts. */
final class PdfFiles implements FileVerifier {
    private final VerifyPdf verifying;

    PdfFiles(VerifyPdf verifying) {
        this.verifying = verifying;
    }

    @Override
    public SignatureReport verify(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException {
        Optional<Path> path = file.path();
        PdfBytes bytes = path.isPresent() ? PdfBytes.open(path.get()) : PdfBytes.of(file.all());
        return verifying.verify(file.name(), bytes, validationTime);
    }
}
