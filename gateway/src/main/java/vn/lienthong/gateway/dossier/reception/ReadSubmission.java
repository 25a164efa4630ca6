package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.StatusMessage;

/** Step 3: one hardened pass over the bytes as they lie in the vault. */
public final class ReadSubmission {

    private final Vault vault;
    private final PacketReader reader;

    public ReadSubmission(Vault vault, PacketReader reader) {
        this.vault = vault;
        this.reader = reader;
    }

    /**
     * Reads the packet of a submission.
     *
     * @throws UncheckedIOException when the vault cannot be read: a fault of ours, not the document's
     */
    public Examination read(Examination examination) {
        try (InputStream in = vault.read(examination.submission().bytes().digest())) {
            return switch (reader.read(in, examination.attachments())) {
                case PacketReading.Refused refused -> examination.read(Optional.empty(), refused.findings());
                case PacketReading.Understood understood -> understood(examination, understood);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Examination understood(Examination examination, PacketReading.Understood understood) {
        Message message = understood.message();
        MessageKind kind =
                switch (message) {
                    case Packet packet -> MessageKind.EDOC;
                    case StatusMessage status -> MessageKind.STATUS;
                };
        MessageKind stated = examination.submission().kind();
        Examination read = examination.read(Optional.of(message), understood.findings());
        if (kind == stated) {
            return read;
        }
        String text = "messagetype: " + stated + " (expected: " + kind + ", theo nội dung gói tin)";
        return read.with(List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "messagetype", text)));
    }
}
