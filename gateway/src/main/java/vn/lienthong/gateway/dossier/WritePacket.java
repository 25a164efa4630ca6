package vn.lienthong.gateway.dossier;

import java.io.IOException;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.PacketWriter;

/**
 * Writes the packet of a caller that hands in fields and files, once: the written bytes are the document from then on, and
 * meet the same examination as a packet that came whole.
 */
public final class WritePacket {

    private final Vault vault;
    private final PacketWriter writer = new PacketWriter();

    public WritePacket(Vault vault) {
        this.vault = vault;
    }

    /**
     * Writes one message to the vault; nothing stays behind when it cannot be written.
     *
     * @throws IllegalArgumentException where a text has characters that XML lacks
     * @throws IOException from the vault or from an attachment's content
     */
    public StoredBytes write(Message message) throws IOException {
        try (Spool spool = vault.open()) {
            writer.write(message, spool);
            return spool.keep();
        }
    }
}
