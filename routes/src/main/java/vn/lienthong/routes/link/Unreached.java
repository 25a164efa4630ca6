package vn.lienthong.routes.link;

import java.io.IOException;

/** Why a neighbour was not reached, in one line that tells nothing of our inside. */
final class Unreached {

    private Unreached() {}

    static String text(IOException e) {
        return AxisReply.shown(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage()));
    }
}
