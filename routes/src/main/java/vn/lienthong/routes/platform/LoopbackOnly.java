package vn.lienthong.routes.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.security.authorization.AuthorizationDecision;

/** Lets a request in when it comes from this machine. */
final class LoopbackOnly {
    private LoopbackOnly() {}

    static AuthorizationDecision decide(HttpServletRequest request) {
        try {
            // A literal address: no name is looked up.
            return new AuthorizationDecision(
                    InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress());
        } catch (UnknownHostException notAnAddress) {
            return new AuthorizationDecision(false);
        }
    }
}
