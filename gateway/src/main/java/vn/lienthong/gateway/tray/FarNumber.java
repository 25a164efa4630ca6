package vn.lienthong.gateway.tray;

/** So far above the next number hardly anybody means to go: what is typed would be the year's highest. */
final class FarNumber {

    private static final int FAR = 50;

    private FarNumber() {}

    static boolean is(IncomingNumber number, IncomingNumber next) {
        return number.serial() > next.serial() + FAR;
    }
}
