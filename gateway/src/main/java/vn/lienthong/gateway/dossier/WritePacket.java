package vn.lienthong.gateway.dossier;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.packet.EnvelopeSigning;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketWriter;

/**
 * Writes the packet of a caller that hands in fields and files, once: the written bytes are the document from then on, and
 * meet the same examination as a packet that came whole.
 */
public final class WritePacket {

    private final Vault vault;
    private final @Nullable EnvelopeSigning signing;
    private final PacketWriter writer = new PacketWriter();

    /** Without a signature over the envelope. */
    public WritePacket(Vault vault) {
        this(vault, null);
    }

    /** @param signing of the envelopes; null for none */
    public WritePacket(Vault vault, @Nullable EnvelopeSigning signing) {
        this.vault = vault;
        this.signing = signing;
    }

    /**
     * Writes one message to the vault; nothing stays behind when it cannot be written.
     *
     * @throws IllegalArgumentException where a text has characters that XML lacks
     * @throws IOException from the vault or from an attachment's content, or when the envelope cannot be signed now
     */
    public StoredBytes write(Message message) throws IOException {
        try (Spool spool = vault.open()) {
            if (signing != null && message instanceof Packet packet) {
                writer.writeSigned(packet, signing, spool);
            } else {
                writer.write(message, spool);
            }
            return spool.keep();
        }
    }
}
