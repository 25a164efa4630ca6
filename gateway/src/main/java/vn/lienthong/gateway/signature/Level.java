package vn.lienthong.gateway.signature;

/** What the policy does where one of its rules is not met. */
public enum Level {
    /** The signature does not pass. */
    FAIL,
    /** It may pass, and people are told. */
    WARN,
    /** It may pass; noted for whoever looks. */
    INFORM,
    /** Not mentioned. */
    IGNORE
}
