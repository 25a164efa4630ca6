package vn.lienthong.routes.door.soap;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;

/** Hands a packet to reception: one that lies in the vault already, or one that came inside its envelope. */
final class HandIn {

    private final SpoolBody spooling;
    private final Receiver receiver;
    private final Clock clock;

    HandIn(SpoolBody spooling, Receiver receiver, Clock clock) {
        this.spooling = spooling;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** A packet that came inside its envelope. */
    StoredBytes keep(Caller caller, InputStream inline) throws IOException {
        return switch (spooling.of(caller).whole(inline, Optional.empty())) {
            case Upload.Stored stored -> some(stored.bytes());
            case Upload.Refused refused -> throw SoapRefusal.of(refused.finding());
        };
    }

    /** The binding leaves out what is no base64, and may have left out all. */
    private static StoredBytes some(StoredBytes bytes) {
        if (bytes.length() == 0) {
            throw SoapRefusal.of(
                    ErrorCode.PARAMETER_MALFORMED,
                    "packet",
                    "packet: rỗng hoặc không phải base64 (expected: base64 của gói tin edXML, hoặc MTOM)");
        }
        return bytes;
    }

    /**
     * What reception says, once that is on record.
     *
     * @param announced SHA-256 in hexadecimal that the packet must have
     * @throws SoapRefusal when nothing was taken
     */
    ReceptionAnswer receive(
            Caller caller, MessageKind kind, StoredBytes bytes, List<AgencyCode> to, Optional<String> announced) {
        if (announced.isPresent()
                && !announced.get().strip().equalsIgnoreCase(bytes.digest().hex())) {
            throw SoapRefusal.of(
                    ErrorCode.HASH_MISMATCH,
                    "sha256",
                    "sha256: " + announced.get() + " (expected: "
                            + bytes.digest().hex() + ")");
        }
        Submission submission = new Submission(
                bytes,
                kind,
                Channel.SOAP,
                caller,
                Optional.empty(),
                to,
                Optional.empty(),
                Optional.empty(),
                clock.instant());
        return switch (receiver.receive(submission)) {
            case ReceptionAnswer.Refused refused -> throw SoapRefusal.onRecord(refused.findings());
            case ReceptionAnswer.Taken taken -> taken;
            case ReceptionAnswer.StatusTaken taken -> taken;
        };
    }
}
