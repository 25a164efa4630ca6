package vn.lienthong.gateway.tray;

import java.time.Instant;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.packet.BusinessAction;

/**
 * One document in an agency's in-tray.
 *
 * @param arrivedAt when the copy was made for the agency
 * @param held whether it is in custody and the agency's clerk decides about it
 * @param opened whether somebody of the agency has taken it already
 * @param lastStatus what the agency said last about it, without answers to a request to give it back that it declined;
 *     empty where it said nothing
 * @param askedBack whether its sender asked for it back (13) and the agency has not answered
 */
public record TrayItem(
        DeliveryId delivery,
        DossierId dossier,
        AgencyId agency,
        BusinessAction action,
        String senderName,
        DocumentFacts facts,
        Instant arrivedAt,
        boolean held,
        boolean opened,
        String lastStatus,
        boolean askedBack) {

    public TrayStage stage() {
        return TrayStage.of(lastStatus);
    }

    /** Whether it tells what becomes of another document, instead of being one to work on. */
    public boolean isChange() {
        return action == BusinessAction.REVOKE || action == BusinessAction.UPDATE;
    }
}
