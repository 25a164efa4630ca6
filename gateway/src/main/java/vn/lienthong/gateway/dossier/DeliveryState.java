package vn.lienthong.gateway.dossier;

/** Where one recipient's copy stands. {@link DeliveryTransitions} says what may follow what. */
public enum DeliveryState {
    /** In the record, to be collected, or to be brought when due. */
    WAITING(false),
    /** In the broker's queue of the receiving system. */
    QUEUED(false),
    /** An attempt is under way under a lease. */
    SENDING(false),
    /** A collecting system said it is processing the copy; it is listed behind the others until the lease ends. */
    LEASED(false),
    /** A person has to decide first. */
    HELD(false),
    /** Nobody takes documents for the recipient yet. */
    UNROUTED(false),
    /** Given up for now: attempts are used up. Nothing is lost; an operator may send it anew. */
    DEAD(false),
    /** The recipient's system has it. */
    HANDED_OVER(true),
    /** Taken back before it was handed over. */
    WITHDRAWN(true),
    /** Another delivery of the same document answers for this recipient too. */
    MERGED(true),
    /** An operator closed it, with a reason. */
    FAILED(true);

    private final boolean last;

    DeliveryState(boolean last) {
        this.last = last;
    }

    /** Whether nothing more happens to the delivery. */
    public boolean isFinal() {
        return last;
    }
}
