package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.routes.door.CheckDocumentForm;
import vn.lienthong.routes.door.CheckStatusForm;
import vn.lienthong.routes.door.ComposePacket;
import vn.lienthong.routes.door.ComposeStatus;
import vn.lienthong.routes.door.FormFile;
import vn.lienthong.routes.door.FormJson;
import vn.lienthong.routes.door.StatusForm;

/**
 * Writes the packet of a description and its files, which lie in a folder of ours: the same description as at the REST door. They
 * are copied first, since the agency's system may still write to them.
 */
final class TakeForms {

    private final ComposePacket documents;
    private final ComposeStatus statuses;
    private final WritePacket writing;
    private final Limits limits;
    private final Clock clock;

    TakeForms(ComposePacket documents, ComposeStatus statuses, WritePacket writing, Limits limits, Clock clock) {
        this.documents = documents;
        this.statuses = statuses;
        this.writing = writing;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Bounds.
     *
     * @param scratch where copies lie while a packet is written from them
     * @param mostFiles of one description
     * @param longestDescription in bytes
     * @param longestInAll bytes of the files together
     */
    record Limits(Path scratch, int mostFiles, int longestDescription, long longestInAll) {}

    /** What became of it. */
    sealed interface Written {

        record Packet(StoredBytes bytes) implements Written {}

        record Refused(Finding finding) implements Written {}
    }

    /**
     * Writes the packet.
     *
     * @throws IOException when a file changed or went meanwhile, or for what is wrong with the disk
     */
    Written write(TakeFiles.Look look, Path ours) throws IOException {
        look.place().check(ours);
        List<FoundFile> all = FormFolder.files(ours);
        Optional<Finding> wrong = bounds(look, all);
        if (wrong.isPresent()) {
            return new Written.Refused(wrong.get());
        }
        Path copies = Files.createTempDirectory(Files.createDirectories(limits.scratch()), "form-");
        try {
            return write(look, found(ours), all, copies);
        } catch (FormJson.Unreadable e) {
            return new Written.Refused(e.finding("json"));
        } catch (IllegalArgumentException unwritable) {
            return new Written.Refused(malformed(
                    "json", "json: có ký tự mà XML không chứa được (expected: văn bản không có ký tự điều khiển)"));
        } finally {
            delete(copies);
        }
    }

    private static FoundFile found(Path ours) throws IOException {
        return new FoundFile(ours, Files.readAttributes(ours, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    int longestDescription() {
        return limits.longestDescription();
    }

    private Optional<Finding> bounds(TakeFiles.Look look, List<FoundFile> all) {
        long most = Math.min(
                limits.longestInAll(), look.caller().limits().maxPacketBytes().orElse(Long.MAX_VALUE));
        if (all.stream().anyMatch(file -> !file.attributes().isRegularFile())) {
            return Optional.of(malformed("file", "tệp: là liên kết hoặc tệp đặc biệt (expected: tệp thường)"));
        }
        if (all.size() > limits.mostFiles() + 1) {
            return Optional.of(
                    malformed("file", "tệp: hơn " + limits.mostFiles() + " (expected: không quá giới hạn này)"));
        }
        if (all.stream().mapToLong(file -> file.attributes().size()).sum() > most) {
            return Optional.of(Finding.error(
                    ErrorCode.TOO_LARGE,
                    "file",
                    "tệp: tất cả hơn " + most + " byte (expected: không quá giới hạn này)"));
        }
        return all.stream()
                .filter(file ->
                        FormFolder.isDescription(file) && file.attributes().size() > limits.longestDescription())
                .findFirst()
                .map(file -> Finding.error(
                        ErrorCode.TOO_LARGE,
                        "json",
                        "json: hơn " + limits.longestDescription() + " byte (expected: không quá giới hạn này)"));
    }

    private Written write(TakeFiles.Look look, FoundFile ours, List<FoundFile> all, Path copies)
            throws IOException, FormJson.Unreadable {
        byte[] json = new byte[0];
        List<FormFile> files = new ArrayList<>();
        for (FoundFile file : all) {
            look.place().check(Objects.requireNonNull(file.path().getParent()));
            if (FormFolder.isDescription(file)) {
                try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
                    json = in.readNBytes(limits.longestDescription());
                }
            } else {
                files.add(copied(look, file, copies.resolve(Integer.toString(files.size()))));
            }
        }
        for (FoundFile file : all) {
            if (!file.isUnchanged()) {
                throw new IOException(file.name() + ": bị ghi trong khi đọc (expected: tệp đã ghi xong)");
            }
        }
        return switch (look.kind()) {
            case EDOC -> document(ours, Description.read(json), files);
            case STATUS -> status(ours, FormJson.read(json, StatusForm.class));
        };
    }

    private Written status(FoundFile ours, StatusForm form) throws IOException {
        List<Finding> wrong = CheckStatusForm.of(form);
        return wrong.isEmpty()
                ? packet(statuses.compose(form, ours.oursSince()))
                : new Written.Refused(wrong.getFirst());
    }

    /** As of when it became ours: at a repeat it is the same packet, whatever the clock and the directory say by then. */
    private Written document(FoundFile ours, Description description, List<FormFile> files) throws IOException {
        Optional<Finding> wrong = description
                .wrong()
                .or(() -> CheckDocumentForm.of(description.form()).stream().findFirst())
                .or(() -> missing(ours.name(), description, files));
        return wrong.isPresent()
                ? new Written.Refused(wrong.get())
                : packet(documents.compose(description.form(), ordered(description, files), ours.oursSince()));
    }

    private Written packet(Message message) throws IOException {
        return new Written.Packet(writing.write(message));
    }

    private static Optional<Finding> missing(String name, Description description, List<FormFile> files) {
        List<String> there = files.stream().map(FormFile::name).toList();
        return description.files().orElse(List.of()).stream()
                .filter(file -> !there.contains(file))
                .findFirst()
                .map(file -> FileFindings.missing(name, file))
                .or(() -> description.needsFile() && files.isEmpty()
                        ? Optional.of(FileFindings.withoutFiles(name))
                        : Optional.empty());
    }

    /** As they are listed; else the PDF first, which is the document where there are others. */
    private static List<FormFile> ordered(Description description, List<FormFile> files) {
        Comparator<FormFile> order = description
                .files()
                .map(names -> Comparator.comparing((FormFile file) -> names.indexOf(file.name())))
                .orElseGet(() -> Comparator.comparing(
                        (FormFile file) -> !file.name().toLowerCase(Locale.ROOT).endsWith(".pdf")));
        return files.stream().sorted(order).toList();
    }

    private FormFile copied(TakeFiles.Look look, FoundFile file, Path copy) throws IOException {
        try (InputStream in =
                        new KeptUp(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), look.keep(), clock);
                OutputStream out = Files.newOutputStream(copy);
                DigestingOutputStream digesting = new DigestingOutputStream(out)) {
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int read = in.read(buffer);
                    read >= 0 && length <= file.attributes().size();
                    read = in.read(buffer)) {
                digesting.write(buffer, 0, read);
                length += read;
            }
            String type = URLConnection.getFileNameMap().getContentTypeFor(file.name());
            return new FormFile(
                    file.name(), type == null ? "" : type, AttachmentContent.ofFile(copy, length, digesting.digest()));
        }
    }

    private static Finding malformed(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, text);
    }

    private static void delete(Path copies) throws IOException {
        for (FoundFile copy : FormFolder.files(copies)) {
            Files.delete(copy.path());
        }
        Files.delete(copies);
    }
}
