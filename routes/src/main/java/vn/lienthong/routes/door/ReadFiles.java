package vn.lienthong.routes.door;

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
import java.util.function.Function;
import org.apache.commons.fileupload2.core.MultipartInput;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AttachmentContent;

/**
 * Reads a file that somebody wants something done with: one part {@code file}, parts {@code content} beside it and short fields; or the
 * body itself. It is spooled to a folder of the call within the limits of every body, and worked on while its place among them
 * is held; then it is deleted.
 */
public final class ReadFiles {

    private static final String FILE = "file";
    private static final String CONTENT = "content";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path scratch;
    private final SpoolBody spooling;
    private final int mostBeside;

    /**
     * Reads into a folder of ours.
     *
     * @param mostBeside files beside the one
     */
    public ReadFiles(Path scratch, SpoolBody spooling, int mostBeside) {
        this.scratch = scratch;
        this.spooling = spooling;
        this.mostBeside = mostBeside;
    }

    /**
     * What comes in.
     *
     * @param name of the file where the body is one
     * @param announced SHA-256 that the whole body must have
     */
    public record Body(InputStream bytes, String contentType, String name, Optional<Sha256> announced) {}

    /**
     * What is done with the files.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Use<T> {
        T with(HandedFiles files) throws IOException;
    }

    /**
     * Reads all, then has it used.
     *
     * @param fields which short texts are asked for
     * @param refused what is answered where it cannot be read
     */
    public <T> T read(Caller caller, Body body, FormFields fields, Function<Finding, T> refused, Use<T> use)
            throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(scratch), "files-");
        try {
            Reading<T> reading = new Reading<>(folder, body, fields, use);
            Optional<Finding> wrong = spooling.of(caller).reading(body.bytes(), reading::read);
            return wrong.isPresent() ? refused.apply(wrong.get()) : reading.result.getFirst();
        } finally {
            FormBody.delete(folder);
        }
    }

    /** One body while it is read. */
    private final class Reading<T> {
        private final Path folder;
        private final Body body;
        private final FormFields fields;
        private final Use<T> use;
        private final List<FormFile> files = new ArrayList<>();
        private final List<FormFile> beside = new ArrayList<>();
        private final List<T> result = new ArrayList<>(1);

        Reading(Path folder, Body body, FormFields fields, Use<T> use) {
            this.folder = folder;
            this.body = body;
            this.fields = fields;
            this.use = use;
        }

        Optional<Finding> read(InputStream limited) throws IOException {
            DigestingInputStream digesting = new DigestingInputStream(limited);
            Optional<Finding> wrong =
                    SpoolBody.boundary(body.contentType()).isPresent() ? parts(digesting) : whole(digesting);
            if (wrong.isPresent()) {
                return wrong;
            }
            digesting.transferTo(OutputStream.nullOutputStream());
            Sha256 digest = digesting.digest();
            Optional<Finding> other = body.announced()
                    .filter(said -> !said.equals(digest))
                    .map(said -> BodyDigest.mismatch(said, digest));
            return other.isPresent() ? other : used();
        }

        private Optional<Finding> used() {
            if (files.size() != 1) {
                return Optional.of(Finding.error(
                        files.isEmpty() ? ErrorCode.PARAMETER_MISSING : ErrorCode.PARAMETER_MALFORMED,
                        FILE,
                        FILE + ": " + files.size() + " phần (expected: một tệp)"));
            }
            if (!fields.areSound()) {
                return Optional.of(Finding.error(
                        ErrorCode.PARAMETER_MALFORMED,
                        "form",
                        "form: phần lặp hoặc quá dài (expected: mỗi phần một lần)"));
            }
            try {
                result.add(use.with(new HandedFiles(files.getFirst(), beside, fields)));
                return Optional.empty();
            } catch (IOException ours) {
                // What goes wrong from here on is no fault of the caller's body.
                throw new UncheckedIOException(ours);
            }
        }

        private Optional<Finding> whole(InputStream in) throws IOException {
            Path place = folder.resolve("0");
            try (OutputStream out = Files.newOutputStream(place);
                    DigestingOutputStream digesting = new DigestingOutputStream(SpoolBody.ours(out))) {
                long length = in.transferTo(digesting);
                files.add(kept(body.name(), body.contentType(), place, length, digesting.digest()));
            }
            return Optional.empty();
        }

        private Optional<Finding> parts(InputStream in) throws IOException {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(in)
                    .setBoundary(SpoolBody.boundary(body.contentType()).orElseThrow())
                    .setBufferSize(BUFFER_BYTES)
                    .get();
            input.setHeaderCharset(StandardCharsets.UTF_8);
            boolean more = input.skipPreamble();
            while (more) {
                PartHead head = PartHead.of(input.readHeaders());
                boolean isFile = head.name().equals(FILE) || head.name().equals(CONTENT);
                Optional<Finding> wrong = isFile ? file(input, head) : field(input, head);
                if (wrong.isPresent()) {
                    return wrong;
                }
                more = input.readBoundary();
            }
            return Optional.empty();
        }

        private Optional<Finding> field(MultipartInput input, PartHead head) throws IOException {
            Optional<OutputStream> place = fields.place(head);
            if (place.isEmpty()) {
                return Optional.of(Finding.error(
                        ErrorCode.PARAMETER_MALFORMED,
                        head.name(),
                        "phần " + head.name() + " (expected: một phần file, các phần content hoặc một trường đã nêu)"));
            }
            input.readBodyData(place.get());
            return Optional.empty();
        }

        private Optional<Finding> file(MultipartInput input, PartHead head) throws IOException {
            List<FormFile> list = head.name().equals(FILE) ? files : beside;
            int most = head.name().equals(FILE) ? 1 : mostBeside;
            if (list.size() == most) {
                return Optional.of(Finding.error(
                        ErrorCode.PARAMETER_MALFORMED,
                        head.name(),
                        head.name() + ": hơn " + most + " tệp (expected: không quá giới hạn này)"));
            }
            Path place = folder.resolve(head.name() + list.size());
            try (OutputStream out = Files.newOutputStream(place);
                    DigestingOutputStream digesting = new DigestingOutputStream(SpoolBody.ours(out))) {
                long length = input.readBodyData(digesting);
                String name = head.fileName().filter(given -> !given.isBlank()).orElse(head.name());
                // A browser sends an empty part where nobody chose a file.
                if (length > 0 || !head.name().equals(CONTENT)) {
                    list.add(kept(name, head.contentType(), place, length, digesting.digest()));
                }
            }
            return Optional.empty();
        }
    }

    private static FormFile kept(String name, String contentType, Path place, long length, Sha256 digest) {
        return new FormFile(name, contentType, AttachmentContent.ofFile(place, length, digest));
    }
}
