package vn.lienthong.routes.door.console;

import vn.lienthong.gateway.access.Role;

/** What a person may do at the console. The security chain and the pages both ask here, so no button leads to a 403. */
enum Permission {
    /** Come to the first page, which leads each role to its own. */
    HOME,
    /** The trays; which agencies' is said by mandates, at each request. */
    TRAYS,
    /** See every page about every agency. */
    READ,
    /** Take the bytes of a document and its receipt home. */
    DOWNLOAD,
    /** Release, refuse, send again, withdraw, close; alerts likewise. */
    ACT,
    /** Decide where a copy goes whose recipient is not clear. */
    ASSIGN,
    /** Decide what systems ask of the directory. */
    REGISTER;

    boolean isGrantedTo(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> this != TRAYS;
            case OPERATOR -> this != TRAYS && this != REGISTER;
            case REGISTRAR -> this == HOME || this == READ || this == ASSIGN || this == REGISTER;
            case AUDITOR -> this == HOME || this == READ || this == DOWNLOAD;
            case CLERK -> this == HOME || this == TRAYS;
        };
    }
}
