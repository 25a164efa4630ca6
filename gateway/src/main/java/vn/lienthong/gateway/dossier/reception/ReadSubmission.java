package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AddHop;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.packet.TraceSplice;

/** Step 3: one hardened pass over the bytes as they lie in the vault, in which the digest of what goes out is taken too. */
public final class ReadSubmission {

    private final Vault vault;
    private final PacketReader reader;
    private final AddHop hops;

    public ReadSubmission(Vault vault, PacketReader reader, AddHop hops) {
        this.vault = vault;
        this.reader = reader;
        this.hops = hops;
    }

    /**
     * Reads the packet of a submission.
     *
     * @throws UncheckedIOException when the vault cannot be read: a fault of ours, not the document's
     */
    public Examination read(Examination examination) {
        Submission submission = examination.submission();
        try {
            Optional<TraceSplice> splice =
                    submission.kind() == MessageKind.EDOC ? splice(submission) : Optional.empty();
            return splice.isPresent()
                    ? readWithHop(examination, splice.get())
                    : readAsItCame(
                            examination, Outgoing.inHeaders(submission.bytes(), hops.hop(submission.receivedAt())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<TraceSplice> splice(Submission submission) throws IOException {
        try (InputStream in = vault.read(submission.bytes().digest())) {
            return hops.splice(in, submission.receivedAt());
        }
    }

    private Examination readAsItCame(Examination examination, Outgoing outgoing) throws IOException {
        try (InputStream in = vault.read(outgoing.received().digest())) {
            return switch (reader.read(in, examination.attachments())) {
                case PacketReading.Refused refused -> refused(examination, refused);
                case PacketReading.Understood understood -> understood(examination, understood, outgoing);
            };
        }
    }

    /** The reader gets what came in; what it is cut out of, and digested on the way, is what goes out. */
    private Examination readWithHop(Examination examination, TraceSplice splice) throws IOException {
        Submission submission = examination.submission();
        TraceHop hop = hops.hop(submission.receivedAt());
        try (InputStream in = vault.read(submission.bytes().digest());
                DigestingInputStream sent = new DigestingInputStream(splice.insertInto(in));
                InputStream received = splice.cutOutOf(sent)) {
            return switch (reader.read(received, examination.attachments())) {
                case PacketReading.Refused refused -> refused(examination, refused);
                case PacketReading.Understood understood -> {
                    received.transferTo(OutputStream.nullOutputStream());
                    Outgoing outgoing = new Outgoing(submission.bytes(), hop, Optional.of(splice), sent.digest());
                    yield understood(examination, understood, outgoing);
                }
            };
        }
    }

    private static Examination refused(Examination examination, PacketReading.Refused refused) {
        return examination.read(Optional.empty(), Optional.empty(), refused.findings());
    }

    private static Examination understood(
            Examination examination, PacketReading.Understood understood, Outgoing outgoing) {
        Message message = understood.message();
        MessageKind kind =
                switch (message) {
                    case Packet packet -> MessageKind.EDOC;
                    case StatusMessage status -> MessageKind.STATUS;
                };
        MessageKind stated = examination.submission().kind();
        Optional<Outgoing> leaving = kind == MessageKind.EDOC ? Optional.of(outgoing) : Optional.empty();
        Examination read = examination.read(Optional.of(message), leaving, understood.findings());
        if (kind == stated) {
            return read;
        }
        String text = "messagetype: " + stated + " (expected: " + kind + ", theo nội dung gói tin)";
        return read.with(List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "messagetype", text)));
    }
}
