package vn.lienthong.gateway.access;

/** What is written down about people: who was let in by whom, and what they did to the ground everybody stands on. */
public enum AccessAct {
    INVITED,
    CAME_BY_INVITATION,
    ACCOUNT_ADDED,
    ACCOUNT_CLOSED,
    LOGGED_IN,
    FACTOR_SET_UP,
    FACTOR_RESET,
    FACTOR_FAILED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    PASSWORD_CHANGED,
    SIGNED_OUT_EVERYWHERE,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    PROPOSED,
    CONFIRMED,
    DECLINED,
    DONE_ALONE,
    SECRET_RENEWED,
    MASTER_KEY_ROTATED,
    SEAL_ADDED,
    SEAL_ENDED,
    /** Before the key is asked: what it signs is on record whatever becomes of it. */
    SEAL_ASKED,
    SEALED,
    SEAL_FAILED,
    /** Sealed, and then part of nothing, since the draft or the copy had changed. */
    SEAL_UNUSED,
    UNSEALED
}
