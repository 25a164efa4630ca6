package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.ReadAttachments;

/** The recall of a document that was sent, and what was given as the reason. */
@Component
final class FindRecall {

    private final ReadAttachments packets;

    FindRecall(ReadAttachments packets) {
        this.packets = packets;
    }

    /** A recall; of several the first, for the others only repeat it. */
    record Recall(Dossier dossier, String reason) {}

    Optional<Recall> of(Story story) {
        return story.lineage().stream()
                .filter(other -> recalls(other, story.dossier()))
                .findFirst()
                .map(recall -> new Recall(recall, reason(recall)));
    }

    /** What a recall, update or replacement gives as its reason; empty where it gives none. */
    String reason(Dossier change) {
        try {
            return packets.reason(change.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the one document recalls the other. */
    static boolean recalls(Dossier one, Dossier other) {
        return one.key().action() == BusinessAction.REVOKE
                && one.state() != DossierState.REFUSED
                && one.key().target().equals(other.key().documentId().value())
                && other.key().action() != BusinessAction.REVOKE
                && !one.receivedAt().isBefore(other.receivedAt())
                && one.sender().equals(other.sender());
    }
}
