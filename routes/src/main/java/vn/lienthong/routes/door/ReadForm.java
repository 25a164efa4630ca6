package vn.lienthong.routes.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AttachmentContent;

/**
 * Reads fields and files of who hands in no packet: one part {@code document}, and parts {@code file}. The files lie in a folder of the
 * call until it ends; the packet that is written from them is what is kept.
 */
public final class ReadForm {

    private static final String DOCUMENT = "document";
    private static final String FILE = "file";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path scratch;
    private final SpoolBody spooling;
    private final int mostFiles;
    private final int longestDocumentBytes;

    public ReadForm(Path scratch, SpoolBody spooling, int mostFiles, int longestDocumentBytes) {
        this.scratch = scratch;
        this.spooling = spooling;
        this.mostFiles = mostFiles;
        this.longestDocumentBytes = longestDocumentBytes;
    }

    /**
     * Reads the whole form.
     *
     * @param announced SHA-256 that the whole body must have
     */
    public FormBody read(Caller caller, InputStream body, String contentType, Optional<Sha256> announced)
            throws IOException {
        Optional<byte[]> boundary = SpoolBody.boundary(contentType);
        if (boundary.isEmpty()) {
            String text = "Content-Type: " + contentType + " (expected: multipart/form-data; boundary=…)";
            return new FormBody.Refused(Finding.error(ErrorCode.PARAMETER_MALFORMED, "Content-Type", text));
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(scratch), "form-");
        Parts parts = new Parts(folder);
        boolean whole = false;
        try {
            Optional<Finding> wrong =
                    spooling.of(caller).reading(body, limited -> parts.readAll(limited, boundary.get(), announced));
            whole = wrong.isEmpty();
            return wrong.<FormBody>map(FormBody.Refused::new)
                    .orElseGet(() -> new FormBody.Read(parts.document.toByteArray(), parts.files, folder));
        } finally {
            if (!whole) {
                FormBody.delete(folder);
            }
        }
    }

    /** The parts of one form while they are read. */
    private final class Parts {

        private final Path folder;
        private final ByteArrayOutputStream document = new ByteArrayOutputStream();
        private final List<FormFile> files = new ArrayList<>();
        private int documents;

        Parts(Path folder) {
            this.folder = folder;
        }

        Optional<Finding> readAll(InputStream limited, byte[] boundary, Optional<Sha256> announced) throws IOException {
            DigestingInputStream digesting = new DigestingInputStream(limited);
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(digesting)
                    .setBoundary(boundary)
                    .setBufferSize(BUFFER_BYTES)
                    .get();
            input.setHeaderCharset(StandardCharsets.UTF_8);
            boolean more = input.skipPreamble();
            while (more) {
                Optional<Finding> wrong = part(input, PartHead.of(input.readHeaders()));
                if (wrong.isPresent()) {
                    return wrong;
                }
                more = input.readBoundary();
            }
            digesting.transferTo(OutputStream.nullOutputStream());
            return wrongDigest(digesting.digest(), announced).or(this::wrongNumber);
        }

        private Optional<Finding> part(MultipartInput input, PartHead head) throws IOException {
            return switch (head.name()) {
                case DOCUMENT -> description(input);
                case FILE -> file(input, head);
                default ->
                    malformed(head.name(), "phần " + head.name() + " (expected: một phần document, các phần file)");
            };
        }

        private Optional<Finding> description(MultipartInput input) throws IOException {
            documents++;
            try (InputStream in = input.newInputStream()) {
                document.writeBytes(in.readNBytes(longestDocumentBytes + 1));
            }
            return document.size() > longestDocumentBytes
                    ? Optional.of(Finding.error(
                            ErrorCode.TOO_LARGE,
                            DOCUMENT,
                            "document: hơn " + longestDocumentBytes + " byte (expected: không quá giới hạn này)"))
                    : Optional.empty();
        }

        private Optional<Finding> file(MultipartInput input, PartHead head) throws IOException {
            if (files.size() == mostFiles) {
                return malformed(FILE, "file: hơn " + mostFiles + " tệp (expected: không quá giới hạn này)");
            }
            if (head.fileName().filter(name -> !name.isBlank()).isEmpty()) {
                return malformed(FILE, "file: không có tên tệp (expected: filename=…)");
            }
            Path place = folder.resolve(String.valueOf(files.size()));
            try (OutputStream out = newFile(place);
                    DigestingOutputStream digesting = new DigestingOutputStream(SpoolBody.ours(out))) {
                long length = input.readBodyData(digesting);
                AttachmentContent content = AttachmentContent.ofFile(place, length, digesting.digest());
                files.add(new FormFile(head.fileName().orElseThrow(), head.contentType(), content));
            }
            return Optional.empty();
        }

        /** That there is no room is no fault of the caller's body. */
        private static OutputStream newFile(Path place) {
            try {
                return Files.newOutputStream(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<Finding> wrongNumber() {
            return documents == 1
                    ? Optional.empty()
                    : Optional.of(Finding.error(
                            documents == 0 ? ErrorCode.PARAMETER_MISSING : ErrorCode.PARAMETER_MALFORMED,
                            DOCUMENT,
                            "document: " + documents + " phần (expected: một phần JSON)"));
        }

        private static Optional<Finding> wrongDigest(Sha256 digest, Optional<Sha256> announced) {
            return announced.filter(said -> !said.equals(digest)).map(said -> BodyDigest.mismatch(said, digest));
        }

        private static Optional<Finding> malformed(String where, String text) {
            return Optional.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, where, text));
        }
    }
}
