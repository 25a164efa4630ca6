package vn.lienthong.routes.door.console;

import vn.lienthong.gateway.access.Role;

/** What a person may do at the console. The security chain and the pages both ask here, so no button leads to a 403. */
enum Permission {
    /** See every page. */
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
            case ADMINISTRATOR -> true;
            case OPERATOR -> this != REGISTER;
            case REGISTRAR -> this == READ || this == ASSIGN || this == REGISTER;
            case AUDITOR -> this == READ || this == DOWNLOAD;
        };
    }
}
