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
import vn.lienthong.gateway.dossier.SealedFile;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.Decision;
import vn.lienthong.gateway.dossier.reception.PreviewSubmission;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.SpooledAttachments;

/** Makes submissions of what a clerk prepared, and says beforehand what would become of them. */
public final class HandInDraft {

    private final DraftPacket packets;
    private final WritePacket writing;
    private final WritePacket unsigned;
    private final PreviewSubmission previewing;
    private final Path scratch;
    private final int memoryBytes;

    /**
     * Hands in from one folder for what does not fit into memory.
     *
     * @param writing what is handed in, signed as a whole where the gateway does that
     * @param unsigned what is only looked at: no key says anything about what nobody sent
     * @param memoryBytes how much of one draft's files is kept in memory while it is looked at
     */
    public HandInDraft(
            DraftPacket packets,
            WritePacket writing,
            WritePacket unsigned,
            PreviewSubmission previewing,
            Path scratch,
            int memoryBytes) {
        this.packets = packets;
        this.writing = writing;
        this.unsigned = unsigned;
        this.previewing = previewing;
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    /** The draft, written once, in the clerk's name. */
    public Submission submission(Draft draft, Caller clerk, Instant now) throws IOException {
        return submission(draft, writing, clerk, now);
    }

    private Submission submission(Draft draft, WritePacket by, Caller clerk, Instant now) throws IOException {
        return submission(by.write(packets.of(draft, now)), clerk, now).sealed(sealed(draft));
    }

    /**
     * The recall of a document that was sent.
     *
     * @param told everybody who was told of it
     */
    public Submission recall(DocumentHeader sent, List<Recipient> told, String reason, Caller clerk, Instant now)
            throws IOException {
        return submission(writing.write(packets.recall(sent, told, reason, now)), clerk, now);
    }

    /** What reception would decide; nothing is recorded. */
    public Decision preview(Draft draft, Caller clerk, Instant now) throws IOException {
        try (SpooledAttachments files = new SpooledAttachments(scratch, memoryBytes)) {
            return previewing.preview(submission(draft, unsigned, clerk, now), files);
        }
    }

    private static List<SealedFile> sealed(Draft draft) {
        return draft.files().stream()
                .flatMap(file -> file.use().stream()
                        .map(use -> new SealedFile(
                                file.name(), file.bytes(), use.agency(), use.certificate(), use.by(), use.at())))
                .toList();
    }

    private static Submission submission(StoredBytes packet, Caller clerk, Instant now) {
        return new Submission(
                packet,
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
