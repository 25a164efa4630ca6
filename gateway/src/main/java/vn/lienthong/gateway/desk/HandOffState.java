package vn.lienthong.gateway.desk;

/** How a hand-off stands. It only goes forward. */
public enum HandOffState {
    /** Nobody has fetched the file yet. */
    OPEN,
    /** The file was fetched; a signed one may come. */
    FETCHED,
    /** Something comes back, or is being looked at; nothing else is taken. */
    RECEIVING,
    /** What came back is taken. */
    RETURNED,
    /** What came back was not as asked. */
    REFUSED,
    /** The person gave it up, or began another one. */
    CANCELLED,
    /** Nothing came back in time; told from the clock, never kept. */
    EXPIRED;

    /** Whether nothing more comes of it. */
    public boolean isOver() {
        return switch (this) {
            case OPEN, FETCHED, RECEIVING -> false;
            case RETURNED, REFUSED, CANCELLED, EXPIRED -> true;
        };
    }
}
