package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.dossier.reception.PreviewSubmission;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.SpooledAttachments;

/** Makes submissions of what a clerk prepared, and says beforehand what would become of them. */
public final class HandInDraft {

    private final DraftPacket packets;
    private final WritePacket writing;
    private final PreviewSubmission previewing;
    private final Path scratch;
    private final int memoryBytes;

    /**
     * Hands in from one folder for what does not fit into memory.
     *
     * @param memoryBytes how much of one draft's files is kept in memory while it is looked at
     */
    public HandInDraft(
            DraftPacket packets, WritePacket writing, PreviewSubmission previewing, Path scratch, int memoryBytes) {
        this.packets = packets;
        this.writing = writing;
        this.previewing = previewing;
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    /** The draft, written once, in the clerk's name. */
    public Submission submission(Draft draft, Caller clerk, Instant now) throws IOException {
        return submission(packets.of(draft, now), clerk, now);
    }

    /**
     * The recall of a document that was sent.
     *
     * @param told everybody who was told of it
     */
    public Submission recall(DocumentHeader sent, List<Recipient> told, String reason, Caller clerk, Instant now)
            throws IOException {
        return submission(packets.recall(sent, told, reason, now), clerk, now);
    }

    /** What reception would decide; nothing is recorded. */
    public Decision preview(Draft draft, Caller clerk, Instant now) throws IOException {
        try (SpooledAttachments files = new SpooledAttachments(scratch, memoryBytes)) {
            return previewing.preview(submission(draft, clerk, now), files);
        }
    }

    private Submission submission(Packet packet, Caller clerk, Instant now) throws IOException {
        return new Submission(
                writing.write(packet),
                MessageKind.EDOC,
                Channel.CONSOLE,
                clerk,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now);
    }
}
