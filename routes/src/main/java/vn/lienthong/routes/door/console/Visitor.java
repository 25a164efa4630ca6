package vn.lienthong.routes.door.console;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who looks at a page of an error, which no controller of ours made: so that its ways out lead somewhere. */
@Component("visitor")
final class Visitor {

    public boolean reads() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null
                && known.getPrincipal() instanceof ConsoleUser user
                && user.isIn()
                && Permission.READ.isGrantedTo(user.role());
    }
}
