package vn.lienthong.gateway.access;

/** What a {@link Mandate} lets its holder do for an agency. Hierarchy implies none of them. */
public enum Right {
    /** Hand in documents in the agency's name. */
    SEND,
    /** List and take the agency's documents. */
    COLLECT,
    /** Report and receive business statuses in the agency's name. */
    STATUS,
    /** Carry documents of agencies that lie behind a peer gateway. */
    TRANSIT;

    /** Whether a person of this role may hold it: clerks work for agencies, officers look; nobody carries for others. */
    public boolean isFor(Role role) {
        return switch (this) {
            case COLLECT -> role == Role.CLERK || role == Role.OFFICER;
            case SEND, STATUS -> role == Role.CLERK;
            case TRANSIT -> false;
        };
    }
}
