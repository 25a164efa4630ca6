package vn.lienthong.gateway.access;

import java.util.EnumSet;
import java.util.Set;

/** What a {@link Mandate} lets its holder do for an agency. Hierarchy implies none of them. */
public enum Right {
    /** Hand in documents in the agency's name. */
    SEND,
    /** List and take the agency's documents. */
    COLLECT,
    /** Report and receive business statuses in the agency's name. */
    STATUS,
    /** Carry documents of agencies that lie behind a peer gateway. */
    TRANSIT,
    /**
     * Put the agency's seal on what it sends and its incoming stamp on what came: never inherited. A person's, who shows a second
     * factor; a system's only where an administrator said so for that system, see {@link Systems#mandates}.
     */
    SEAL,
    /**
     * Sign documents in the agency's name with the officer's own key: never inherited, and a person's only, who shows a second
     * factor.
     */
    SIGN;

    /** Those that a system may hold without more ado. */
    public static Set<Right> ofSystems() {
        return EnumSet.complementOf(EnumSet.of(SEAL, SIGN));
    }

    /** Whether nobody gets it with an agency that ended: what stands for that body itself is nobody's any more. */
    public boolean isOwnAlone() {
        return this == SEAL || this == SIGN;
    }

    /** Whether a person of this role may hold it: clerks work for agencies, officers look and sign; nobody carries for others. */
    public boolean isFor(Role role) {
        return switch (this) {
            case COLLECT -> role == Role.CLERK || role == Role.OFFICER;
            case SEND, STATUS, SEAL -> role == Role.CLERK;
            case SIGN -> role == Role.OFFICER;
            case TRANSIT -> false;
        };
    }
}
