package vn.lienthong.gateway.packet.check;

/** Texts of a packet as they may stand in a finding. */
final class Quoted {

    private static final int MAX_CHARS = 80;

    private Quoted() {}

    /** Of bounded length and without control characters. */
    static String of(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length() && i < MAX_CHARS; i++) {
            char c = text.charAt(i);
            boolean unprintable = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            quoted.append(unprintable ? ' ' : c);
        }
        return text.length() > MAX_CHARS ? quoted.append('…').toString() : quoted.toString();
    }
}
