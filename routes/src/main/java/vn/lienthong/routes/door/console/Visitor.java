package vn.lienthong.routes.door.console;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.gateway.tray.ClerkAct;

/** Who looks at a page of an error, which no controller of ours made: so that its ways out lead somewhere. */
@Component("visitor")
final class Visitor {

    /** Pages of a tray, none of which does anything by being read. */
    private static final String TRAY_PAGE = "/(in|out)-tray(/[A-Za-z0-9/-]{0,200})?";

    /** Pages whose forms are marked with {@code data-keep}. */
    private static final Pattern KEEPING =
            Pattern.compile("/out-tray/drafts/[^/]+|/out-tray/[^/]+/recall|/in-tray/[^/]+/("
                    + Arrays.stream(ClerkAct.values()).map(ClerkAct::path).collect(Collectors.joining("|")) + ")");

    public boolean reads() {
        ConsoleUser user = user();
        return user != null && Permission.READ.isGrantedTo(user.role());
    }

    /** Whether somebody is logged in; who pressed a button without that had a session that ended. */
    public boolean known() {
        return user() != null;
    }

    /** The page of a tray that the visitor was on, to come back to after the login; else the first page. */
    public String back() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String path = path(attributes.getRequest().getHeader("Referer"));
            return path.matches(TRAY_PAGE) ? path : "/";
        }
        return "/";
    }

    /** Whether the page that the visitor was on keeps what is typed there in the browser. */
    public boolean keeps() {
        return KEEPING.matcher(back()).matches();
    }

    private static String path(@Nullable String address) {
        try {
            String path = address == null ? "" : URI.create(address).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private static @Nullable ConsoleUser user() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof ConsoleUser user && user.isIn() ? user : null;
    }
}
