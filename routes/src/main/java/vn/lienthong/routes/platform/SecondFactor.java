package vn.lienthong.routes.platform;

/** Whether a password alone lets a person in. */
public enum SecondFactor {
    /** Never; who has no second factor yet sets one up at the login. Only the accounts of the demo go without, in the demo. */
    REQUIRED,
    /** For who did not set one up. */
    OPTIONAL
}
