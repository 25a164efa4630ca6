package vn.lienthong.gateway.tray;

import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.OperatorCommands;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * The receiving clerk's decision about a document in custody. A document is released or refused as a whole, so it is the
 * clerk's only where every copy that is held is for an agency that the clerk answers for; else an operator decides.
 */
public final class DecideHeld {

    private final UnitOfWork work;
    private final OperatorCommands commands;

    public DecideHeld(UnitOfWork work, OperatorCommands commands) {
        this.work = work;
        this.commands = commands;
    }

    /**
     * Whether the document is the clerk's to decide.
     *
     * @param answering the agencies for which the clerk reads documents and reports statuses
     */
    public boolean may(DossierId id, Set<AgencyId> answering) {
        return work.reading(transaction -> transaction
                .dossiers()
                .find(id)
                .filter(dossier -> isOf(answering).allows(transaction, dossier))
                .isPresent());
    }

    /**
     * Lets it go to its recipients.
     *
     * @return false when it is not the clerk's to decide, or not any more
     */
    public boolean release(DossierId id, Set<AgencyId> answering, String actor, String reason) {
        return commands.release(id, isOf(answering), actor, reason);
    }

    /**
     * Refuses it; otherwise as {@link #release}.
     *
     * @return false when it is not the clerk's to decide, or not any more
     */
    public boolean refuse(DossierId id, Set<AgencyId> answering, String actor, String reason) {
        return commands.refuse(id, isOf(answering), actor, reason);
    }

    private static OperatorCommands.Guard isOf(Set<AgencyId> answering) {
        return (transaction, dossier) -> isForAClerk(dossier) && areAllOf(transaction, dossier.id(), answering);
    }

    private static boolean isForAClerk(Dossier dossier) {
        return dossier.state() == DossierState.HELD
                && dossier.hold().filter(Hold.RECEIVING_CLERK::equals).isPresent();
    }

    private static boolean areAllOf(Transaction transaction, DossierId id, Set<AgencyId> answering) {
        return transaction.deliveries().of(id).stream()
                .filter(delivery -> delivery.state() == DeliveryState.HELD)
                .allMatch(delivery ->
                        delivery.agency().filter(answering::contains).isPresent());
    }
}
