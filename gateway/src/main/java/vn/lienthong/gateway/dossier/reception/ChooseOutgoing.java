package vn.lienthong.gateway.dossier.reception;

import java.util.Optional;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Outgoing;

/** Decides by the signatures found whether the hop goes into the bytes, and says it as facts of an entry. */
final class ChooseOutgoing {

    private ChooseOutgoing() {}

    static Optional<Outgoing> of(Examination examination) {
        return examination
                .outgoing()
                .map(outgoing -> TraceCover.mayHold(examination.reports())
                        ? Outgoing.inHeaders(outgoing.received(), outgoing.hop())
                        : outgoing);
    }

    /** With {@code bytes} and {@code length} of what was received, all that a court needs to get from the one to the other. */
    static Facts facts(Facts facts, Outgoing outgoing) {
        facts.and("hop", outgoing.hop().organId() + " " + outgoing.hop().timeText())
                .and("hopIn", outgoing.splice().isPresent() ? "PACKET" : "HEADERS")
                .and("outgoing", outgoing.digest().hex())
                .and("outgoingLength", outgoing.length());
        outgoing.splice().ifPresent(splice -> facts.and("spliceOffset", splice.offset())
                .and("spliceLength", splice.lengthBytes())
                .and("spliceText", splice.text()));
        return facts;
    }
}
