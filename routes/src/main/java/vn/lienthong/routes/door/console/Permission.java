package vn.lienthong.routes.door.console;

import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.gateway.access.Role;

/** What a person may do at the console. The security chain and the pages both ask here, so no button leads to a 403. */
enum Permission {
    /** Come to the first page, which leads each role to its own. */
    HOME,
    /** The trays; which agencies' is said by mandates, at each request. */
    TRAYS,
    /** Look into the trays, likewise. */
    READ_TRAYS,
    /** Read and sign what clerks put before this person, with a mandate to sign. */
    SIGN,
    /** See every page about every agency. */
    READ,
    /** Take the bytes of a document and its receipt home. */
    DOWNLOAD,
    /** Release, refuse, send again, withdraw, close; alerts likewise. */
    ACT,
    /** Decide where a copy goes whose recipient is not clear. */
    ASSIGN,
    /** Decide what systems ask of the directory, and what other people propose. */
    REGISTER,
    /** Invite people, help who lost the second factor, close accounts, say who works for which agency. */
    PEOPLE,
    /** The journal of access. */
    JOURNAL;

    private static final Set<Permission> OF_AN_OPERATOR = EnumSet.of(HOME, READ, DOWNLOAD, ACT, ASSIGN);

    boolean isGrantedTo(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> this != TRAYS && this != READ_TRAYS && this != SIGN;
            case OPERATOR -> OF_AN_OPERATOR.contains(this);
            case REGISTRAR -> this == HOME || this == READ || this == ASSIGN || this == REGISTER;
            case AUDITOR -> this == HOME || this == READ || this == DOWNLOAD || this == JOURNAL;
            case CLERK -> this == HOME || this == TRAYS || this == READ_TRAYS;
            case OFFICER -> this == HOME || this == READ_TRAYS || this == SIGN;
        };
    }
}
