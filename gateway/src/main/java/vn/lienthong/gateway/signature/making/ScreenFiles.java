package vn.lienthong.gateway.signature.making;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.ScreenBeforeSigning;

/**
 * Looks at what a reader of PDF files would open, whatever form of signature is asked for: one beside a file, or around it, vouches
 * for what it shows as one inside does. Readers find a header anywhere in the first 1,024 bytes (ISO 32000-1, Annex H.3.4.1),
 * behind the head of an archive too.
 */
final class ScreenFiles {
    private static final String HEADER = "%PDF-";
    private static final int HEADER_WITHIN = 1024;

    /** What begins as an archive or a message may hold a PDF as it is, and more behind it. */
    private static final Set<FileKind> CONTAINERS = EnumSet.of(FileKind.ARCHIVE, FileKind.CMS);

    private final ScreenBeforeSigning screen;

    ScreenFiles(FormSettings settings) {
        this.screen = new ScreenBeforeSigning(settings.limits(), settings.maximumBytes(), settings.maximumPages());
    }

    /**
     * Lets files pass.
     *
     * @throws RefusedToSign for what is in one of them
     */
    void require(List<SignedFile> files) throws RefusedToSign, IOException {
        List<Finding> reasons = new ArrayList<>();
        for (SignedFile file : files) {
            reasons.addAll(screened(file));
        }
        if (!reasons.isEmpty()) {
            throw new RefusedToSign(reasons);
        }
    }

    private List<Finding> screened(SignedFile file) throws IOException {
        int header = header(file);
        if (header < 0) {
            return List.of();
        }
        byte[] bytes = file.all();
        boolean container = CONTAINERS.contains(FileKind.of(file))
                && !file.name().toLowerCase(Locale.ROOT).endsWith(".pdf");
        byte[] pdf = container ? Arrays.copyOfRange(bytes, header, bytes.length) : bytes;
        List<Finding> reasons = new ArrayList<>(screen.screen(file.name(), PdfBytes.of(pdf)));
        // That a signature inside forbids further changes forbids none beside it.
        reasons.removeIf(reason -> reason.code() == ErrorCode.SIGNING_FORBIDDEN);
        if (container && !endsAsPdf(bytes)) {
            reasons.removeIf(reason -> reason.code() == ErrorCode.SIGNING_FILE_DAMAGED);
        }
        return reasons;
    }

    /** Where readers look for the end of a PDF file: in the last 1,024 bytes. */
    private static boolean endsAsPdf(byte[] bytes) {
        int from = Math.max(0, bytes.length - HEADER_WITHIN);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static int header(SignedFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(HEADER_WITHIN + HEADER.length());
            return new String(head, StandardCharsets.ISO_8859_1).indexOf(HEADER);
        }
    }
}
