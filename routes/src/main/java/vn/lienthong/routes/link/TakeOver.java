package vn.lienthong.routes.link;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;

/**
 * Takes one item of a neighbour's list over: fetched into the vault, received like everything else, and only after the
 * commit reported as {@code done}. Whoever goes down in between meets it again as a repeat, which is the same document.
 */
public final class TakeOver {

    private static final int MOST_FINDINGS = 5;

    private final NeighbourWire wire;
    private final SpoolBody spooling;
    private final Receiver receiver;
    private final Clock clock;

    public TakeOver(NeighbourWire wire, SpoolBody spooling, Receiver receiver, Clock clock) {
        this.wire = wire;
        this.spooling = spooling;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** What became of an item. */
    sealed interface Outcome {

        /** On record here, and ticked off there. */
        record Done() implements Outcome {}

        /** Reception will not have it; the neighbour was told. */
        record Refused(String text) implements Outcome {}

        /** It did not come through, or could not be ticked off. */
        record Lost(String text) implements Outcome {}
    }

    Outcome take(Neighbour neighbour, Caller peer, MessageKind kind, AxisListed item) throws InterruptedException {
        try {
            NeighbourWire.Download<Upload> download = wire.download(
                    neighbour, item.docId(), content -> spooling.of(peer).whole(content, Optional.empty()));
            return switch (download) {
                case NeighbourWire.Download.NotGiven<Upload> none ->
                    new Outcome.Lost("tải về: " + none.reply().text());
                case NeighbourWire.Download.Came<Upload> came ->
                    switch (came.copied()) {
                        case Upload.Refused refused -> notKept(neighbour, item, refused.finding());
                        case Upload.Stored stored -> receive(neighbour, peer, kind, item, stored.bytes());
                    };
            };
        } catch (IOException e) {
            return new Outcome.Lost(Unreached.text(e));
        }
    }

    /** Larger than we take, it will not come smaller the next time; the rest passes. */
    private Outcome notKept(Neighbour neighbour, AxisListed item, Finding finding)
            throws IOException, InterruptedException {
        if (finding.code() != ErrorCode.TOO_LARGE) {
            return new Outcome.Lost(finding.text());
        }
        wire.report(neighbour, item.docId(), "fail");
        return new Outcome.Refused(text(List.of(finding)));
    }

    private Outcome receive(Neighbour neighbour, Caller peer, MessageKind kind, AxisListed item, StoredBytes bytes)
            throws IOException, InterruptedException {
        if (bytes.length() == 0) {
            return new Outcome.Lost("tải về: 0 byte (expected: một văn bản)");
        }
        Submission submission = new Submission(
                bytes,
                kind,
                Channel.LINK,
                peer,
                Optional.empty(),
                kind == MessageKind.STATUS ? List.of() : item.to(),
                Optional.of(item.docId()),
                Optional.empty(),
                clock.instant());
        return switch (receiver.receive(submission)) {
            case ReceptionAnswer.Taken taken -> tickOff(neighbour, item);
            case ReceptionAnswer.StatusTaken taken -> tickOff(neighbour, item);
            case ReceptionAnswer.Refused refused -> {
                wire.report(neighbour, item.docId(), "fail");
                yield new Outcome.Refused(text(refused.findings()));
            }
        };
    }

    private Outcome tickOff(Neighbour neighbour, AxisListed item) throws IOException, InterruptedException {
        AxisReply reply = wire.report(neighbour, item.docId(), "done");
        return reply instanceof AxisReply.Ok
                ? new Outcome.Done()
                : new Outcome.Lost("updateStatus done: " + reply.text());
    }

    private static String text(List<Finding> findings) {
        return AxisReply.shown(findings.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> finding.code() + " " + finding.text())
                .collect(Collectors.joining(" | ")));
    }
}
