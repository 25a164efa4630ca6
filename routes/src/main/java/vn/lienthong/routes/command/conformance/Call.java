package vn.lienthong.routes.command.conformance;

import java.util.Locale;
import java.util.Map;

/**
 * One request of the client, read whole.
 *
 * @param target path and query
 * @param headers names in lower case
 */
record Call(String method, String target, Map<String, String> headers, byte[] body) {

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The path alone. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
