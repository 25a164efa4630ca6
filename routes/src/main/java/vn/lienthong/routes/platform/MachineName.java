package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What an operator calls this machine. */
final class MachineName {

    private MachineName() {}

    /** Its host name; where it has none that resolves, a word that says so. */
    static String get() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "không tên";
        }
    }
}
