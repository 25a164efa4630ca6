package vn.lienthong.gateway.dossier;

/** Whether a document is under way. Its deliveries have states of their own. */
public enum DossierState {
    /** Taken: its deliveries are under way or done. */
    ACCEPTED,
    /** Taken into custody and waiting for a person. */
    HELD,
    /** Refused by a person out of custody; the same document may be handed in anew. */
    REFUSED
}
