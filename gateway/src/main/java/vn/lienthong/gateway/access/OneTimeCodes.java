package vn.lienthong.gateway.access;

/** Codes of RFC 6238: HMAC-SHA-1, six digits, thirty seconds, which is what every authenticator app takes. */
@FunctionalInterface
public interface OneTimeCodes {

    int STEP_SECONDS = 30;
    int DIGITS = 6;

    /** The code of a time step, counted from the epoch. */
    String at(byte[] secret, long step);
}
