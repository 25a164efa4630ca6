package vn.lienthong.routes.door.console;

import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.gateway.access.Role;

/** What a person may do at the console. The security chain and the pages both ask here, so no button leads to a 403. */
enum Permission {
    /** See every page. */
    READ(EnumSet.allOf(Role.class)),
    /** Take the bytes of a document and its receipt home. */
    DOWNLOAD(EnumSet.of(Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR)),
    /** Release, refuse, send again, withdraw, close. */
    ACT(EnumSet.of(Role.OPERATOR, Role.ADMINISTRATOR)),
    /** Decide where a copy goes whose recipient is not clear. */
    ASSIGN(EnumSet.of(Role.OPERATOR, Role.REGISTRAR, Role.ADMINISTRATOR));

    private final Set<Role> roles;

    Permission(Set<Role> roles) {
        this.roles = roles;
    }

    boolean isGrantedTo(Role role) {
        return roles.contains(role);
    }
}
