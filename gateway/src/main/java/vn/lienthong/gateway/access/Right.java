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
    /** Put the agency's seal on what it sends and its incoming stamp on what came: a person's only, and never inherited. */
    SEAL;

    /** Those that a system may hold. */
    public static Set<Right> ofSystems() {
        return EnumSet.complementOf(EnumSet.of(SEAL));
    }

    /** Whether a person of this role may hold it: clerks work for agencies, officers look; nobody carries for others. */
    public boolean isFor(Role role) {
        return switch (this) {
            case COLLECT -> role == Role.CLERK || role == Role.OFFICER;
            case SEND, STATUS, SEAL -> role == Role.CLERK;
            case TRANSIT -> false;
        };
    }
}
