package vn.lienthong.gateway.dossier.reception;

import vn.lienthong.gateway.packet.Packet;

/** The urgency by which deliveries are put in order: 0 ordinary … 4 express at a fixed hour. */
final class Urgency {

    private static final int MOST = 4;

    private Urgency() {}

    /** One system's table has 5 for ordinary; anything else that is no number from 1 to 4 is ordinary too. */
    static int of(Packet packet) {
        String text = packet.otherInfo().priority().strip();
        if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '0' + MOST) {
            return text.charAt(0) - '0';
        }
        return 0;
    }
}
