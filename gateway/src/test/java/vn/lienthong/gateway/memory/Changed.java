package vn.lienthong.gateway.memory;

import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;

/** A dossier with the few members that a store may change. */
final class Changed {

    private Changed() {}

    static Dossier of(Dossier d, DossierState state, Set<Mark> marks, Optional<Hold> hold, String holdReason) {
        return of(d, d.lineage(), state, Set.copyOf(marks), hold, holdReason, d.verificationJson());
    }

    static Dossier of(Dossier d, String verificationJson, Set<Mark> marks) {
        return of(d, d.lineage(), d.state(), Set.copyOf(marks), d.hold(), d.holdReason(), verificationJson);
    }

    static Dossier of(Dossier d, DossierId lineage) {
        return of(d, lineage, d.state(), d.marks(), d.hold(), d.holdReason(), d.verificationJson());
    }

    private static Dossier of(
            Dossier d,
            DossierId lineage,
            DossierState state,
            Set<Mark> marks,
            Optional<Hold> hold,
            String holdReason,
            String verificationJson) {
        return new Dossier(
                d.id(),
                d.key(),
                lineage,
                d.senderCode(),
                d.senderName(),
                d.senderDocId(),
                d.systemId(),
                d.channel(),
                d.contentDigest(),
                d.bytes(),
                state,
                marks,
                hold,
                holdReason,
                d.facts(),
                d.version(),
                d.findingsJson(),
                verificationJson,
                d.receivedAt(),
                d.recipients());
    }
}
