package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;

/** Opens a packet for a person, within the reader's limits; its files live as long as one look at them. */
public final class ReadAttachments {

    private final Vault vault;
    private final PacketReader reader;
    private final Path scratch;
    private final int memoryBytes;

    /**
     * Opens packets of a vault.
     *
     * @param scratch folder for files that do not fit into memory
     * @param memoryBytes how much of one packet's files is kept in memory
     */
    public ReadAttachments(Vault vault, PacketReader reader, Path scratch, int memoryBytes) {
        this.vault = vault;
        this.reader = reader;
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    /** What is done with the files while they are open. */
    @FunctionalInterface
    public interface Look {
        void at(List<Attachment> attachments) throws IOException;
    }

    /** Looks at the files of the packet, in its order; at none where the packet is no document or cannot be read. */
    public void look(StoredBytes packet, Look look) throws IOException {
        try (SpooledAttachments files = new SpooledAttachments(scratch, memoryBytes);
                InputStream in = vault.read(packet.digest())) {
            look.at(attachments(reader.read(in, files)));
        }
    }

    /** What is done with a document while its files are open. */
    @FunctionalInterface
    public interface Open {
        void at(Packet packet) throws IOException;
    }

    /** Opens the packet; does nothing where it is no document or cannot be read. */
    public void open(StoredBytes packet, Open open) throws IOException {
        try (SpooledAttachments files = new SpooledAttachments(scratch, memoryBytes);
                InputStream in = vault.read(packet.digest())) {
            if (reader.read(in, files) instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet document) {
                open.at(document);
            }
        }
    }

    /** What the document says of itself; empty where it cannot be read. */
    public Optional<DocumentHeader> header(StoredBytes packet) throws IOException {
        try (SpooledAttachments files = new SpooledAttachments(scratch, memoryBytes);
                InputStream in = vault.read(packet.digest())) {
            return switch (reader.read(in, files)) {
                case PacketReading.Understood understood ->
                    understood.message() instanceof Packet document ? Optional.of(document.header()) : Optional.empty();
                case PacketReading.Refused refused -> Optional.empty();
            };
        }
    }

    /** Why a recall, update or replacement was sent; empty where it does not say, or cannot be read. */
    public String reason(StoredBytes packet) throws IOException {
        try (SpooledAttachments files = new SpooledAttachments(scratch, memoryBytes);
                InputStream in = vault.read(packet.digest())) {
            return switch (reader.read(in, files)) {
                case PacketReading.Understood understood ->
                    understood.message() instanceof Packet document
                            ? document.business().reason()
                            : "";
                case PacketReading.Refused refused -> "";
            };
        }
    }

    private static List<Attachment> attachments(PacketReading reading) {
        return switch (reading) {
            case PacketReading.Understood understood ->
                understood.message() instanceof Packet document ? document.attachments() : List.of();
            case PacketReading.Refused refused -> List.of();
        };
    }
}
