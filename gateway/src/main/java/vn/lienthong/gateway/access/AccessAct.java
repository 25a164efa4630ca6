package vn.lienthong.gateway.access;

import java.util.Arrays;
import java.util.Optional;

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
    ROLE_CHANGED,
    SYSTEM_ADDED,
    SYSTEM_CHANGED,
    SYSTEM_LIMITED,
    ISSUER_BOUND,
    ISSUER_UNBOUND,
    MANDATE_GRANTED,
    MANDATE_ENDED,
    NEIGHBOUR_KEPT,
    FOLDER_ADDED,
    FOLDER_REMOVED,
    WEBHOOK_ADDED,
    WEBHOOK_CHANGED,
    WEBHOOK_REMOVED,
    WEBHOOK_SECRET_RENEWED,
    JOURNAL_EXPORTED,
    SEAL_ADDED,
    SEAL_ENDED,
    /** Before the key is asked: what it signs is on record whatever becomes of it. */
    SEAL_ASKED,
    SEALED,
    SEAL_FAILED,
    /** Sealed, and then part of nothing, since the draft or the copy had changed. */
    SEAL_UNUSED,
    UNSEALED,
    SIGNER_ADDED,
    SIGNER_ENDED,
    /** A clerk put a document before an officer. */
    SIGNING_REQUESTED,
    SIGNING_TAKEN_BACK,
    SIGNING_REFUSED,
    /** The officer confirmed, for one or many documents at once. */
    SIGNING_AUTHORISED,
    /** Before the officer's key is asked: what it signs is on record whatever becomes of it. */
    SIGN_ASKED,
    SIGNED,
    SIGN_FAILED,
    /** Signed, and then part of nothing, since the draft or the request had changed. */
    SIGN_UNUSED,
    DESK_HANDED_OUT,
    DESK_RETURNED,
    DESK_REFUSED,
    /** The person gave it up; a token may have signed the file all the same. */
    DESK_CANCELLED;

    /** Empty for a name that only a newer program knows. */
    public static Optional<AccessAct> of(String name) {
        return Arrays.stream(values()).filter(act -> act.name().equals(name)).findFirst();
    }
}
