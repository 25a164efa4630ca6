package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.gateway.access.KeepAccount;

/** A key that a page shows and nobody has proved yet. It lies in the session, so that a second look shows the same one. */
@Component
final class PendingKey {

    private static final String NAME = PendingKey.class.getName() + " ";

    private final KeepAccount keeping;

    PendingKey(KeepAccount keeping) {
        this.keeping = keeping;
    }

    /** The key that this session's pages show for the purpose. */
    byte[] of(HttpSession session, String purpose) {
        if (session.getAttribute(NAME + purpose) instanceof byte[] known) {
            return known;
        }
        byte[] fresh = keeping.freshSecret();
        session.setAttribute(NAME + purpose, fresh);
        return fresh;
    }

    void forget(HttpSession session, String purpose) {
        session.removeAttribute(NAME + purpose);
    }

    static void show(byte[] secret, String username, Model model) {
        AppKey key = new AppKey(secret, username);
        model.addAttribute("keyText", key.text());
        model.addAttribute("picture", key.picture());
    }
}
