package vn.lienthong.routes.door.console;

import java.util.Locale;
import vn.lienthong.gateway.dossier.Channel;

/**
 * Who an entry names.
 *
 * @param kind {@code gateway}, {@code user}, {@code system} or {@code other}
 * @param name without the kind; empty for the gateway itself
 */
record Actor(String kind, String name) {

    static Actor of(String actor) {
        int colon = actor.indexOf(':');
        if (colon < 0) {
            return actor.equals("gateway") ? new Actor("gateway", "") : new Actor("other", actor);
        }
        String kind = actor.substring(0, colon);
        String name = actor.substring(colon + 1);
        if (kind.equals("USER") || kind.equals(Channel.CONSOLE.name())) {
            return new Actor("user", name);
        }
        return kind.equals("SYSTEM") || isChannel(kind) ? new Actor("system", name) : new Actor("other", actor);
    }

    private static boolean isChannel(String text) {
        for (Channel channel : Channel.values()) {
            if (channel.name().equals(text.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
