package vn.lienthong.routes.door;

import vn.lienthong.gateway.desk.DeskSecret;

/** The addresses that a signing program fetches from and returns to, each with its secret. */
public final class DeskPaths {

    public static final String ROOT = "/ky-tai-may";

    /** What the file is called there: signing programs go by the end of an address. */
    public static final String FILE = "/van-ban.pdf";

    private DeskPaths() {}

    public static String fetch(DeskSecret secret) {
        return ROOT + "/" + secret.text() + FILE;
    }

    public static String giveBack(DeskSecret secret) {
        return ROOT + "/" + secret.text();
    }
}
