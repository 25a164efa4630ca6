package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.gateway.access.KeepAccount;

/**
 * A key that a page shows and nobody has proved yet. It lies in the session, so that a second look shows the same one, under
 * the account that it is for, and goes with the next login.
 */
@Component
final class PendingKey {

    private static final String NAME = PendingKey.class.getName() + " ";

    private final KeepAccount keeping;

    PendingKey(KeepAccount keeping) {
        this.keeping = keeping;
    }

    /** The key that this session's pages show for the purpose, which names the account or the link too. */
    byte[] of(HttpSession session, String purpose) {
        if (session.getAttribute(NAME + purpose) instanceof byte[] known) {
            return known;
        }
        byte[] fresh = keeping.freshSecret();
        session.setAttribute(NAME + purpose, fresh);
        return fresh;
    }

    /** Whoever comes next in this browser must not set up a key that somebody else saw here. */
    void forget(HttpSession session) {
        List.copyOf(Collections.list(session.getAttributeNames())).stream()
                .filter(name -> name.startsWith(NAME))
                .forEach(session::removeAttribute);
    }

    static void show(byte[] secret, String username, Model model) {
        AppKey key = new AppKey(secret, username);
        model.addAttribute("keyText", key.text());
        model.addAttribute("picture", key.picture());
    }
}
