package vn.lienthong.gateway.dossier.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.gateway.dossier.FilesBeside;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;

/** The files of a document on record, one after the other in memory and never a large one: what an engine needs of heap is bounded. */
public final class ReadSignedFiles {

    /** Of one packet; what does not fit lies in files. */
    private static final int MEMORY_BYTES = 1024 * 1024;

    private final Vault vault;
    private final PacketReader reader;
    private final Path scratch;
    private final long largestBytes;
    private final int mostBeside;

    /**
     * @param scratch where attachments lie that do not fit into memory
     * @param largestBytes a larger file stays where it lies; with what its signatures are over, not shown to anybody
     * @param mostBeside as many files beside one as our verifier looks at
     */
    public ReadSignedFiles(Vault vault, PacketReader reader, Path scratch, long largestBytes, int mostBeside) {
        this.vault = vault;
        this.reader = reader;
        this.scratch = scratch;
        this.largestBytes = largestBytes;
        this.mostBeside = mostBeside;
    }

    /** Is shown each file. */
    interface Visitor {
        /**
         * One of them.
         *
         * @param beside what a detached signature in it may be over, not in memory
         */
        void file(SignedFile file, List<SignedFile> beside) throws IOException;

        /** One that is not to be taken into memory. */
        void tooLarge(SignedFile file, List<SignedFile> beside) throws IOException;
    }

    void of(StoredBytes packet, Visitor visitor) {
        try (SpooledAttachments attachments = new SpooledAttachments(scratch, MEMORY_BYTES);
                InputStream in = vault.read(packet.digest())) {
            if (reader.read(in, attachments) instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet message) {
                for (Attachment attachment : message.attachments()) {
                    if (attachment.content().isPresent()) {
                        show(attachment, attachment.content().get(), message, visitor);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(Attachment attachment, AttachmentContent content, Packet packet, Visitor visitor)
            throws IOException {
        if (content.length() > largestBytes) {
            SignedFile file = FilesBeside.file(attachment.name(), content);
            visitor.tooLarge(file, beside(file, attachment, packet));
            return;
        }
        try (InputStream in = content.open()) {
            SignedFile file = SignedFile.of(attachment.name(), in.readAllBytes());
            visitor.file(file, beside(file, attachment, packet));
        }
    }

    /** None for what holds all that it is over; many would keep such a file from being looked at. */
    private List<SignedFile> beside(SignedFile file, Attachment attachment, Packet packet) throws IOException {
        return switch (FileKind.of(file)) {
            case PDF, ARCHIVE -> List.of();
            case CMS, XML, PACKET, OTHER -> FilesBeside.of(attachment, packet, mostBeside);
        };
    }

    /** Whether a file and what its signatures are over are small enough together. */
    boolean mayBeShown(SignedFile file, List<SignedFile> over) {
        return file.length() + over.stream().mapToLong(SignedFile::length).sum() <= largestBytes;
    }
}
