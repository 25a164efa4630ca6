package vn.lienthong.gateway.desk;

import vn.lienthong.gateway.signature.form.NotAsAsked;

/** Why what came back was not taken, as far as the way out is another one; its name names the text. */
public enum DeskRefusal {
    /** It did not come whole: broken off, or no file in it. */
    NOT_RECEIVED,
    TOO_LARGE,
    /** Another file, or the old one changed. */
    OTHER_FILE,
    /** No PDF that can be read, or a signature in it that is broken. */
    NOT_SOUND,
    /** No signature more, or more than one. */
    NOT_ONE_SIGNATURE,
    /** Signed with another certificate than the one that was asked. */
    OTHER_CERTIFICATE,
    /** More was added than a signature, such as text, a comment or a page. */
    CHANGED_CONTENT,
    REVOKED,
    OUT_OF_VALIDITY,
    /** No path to a root that is trusted here, or against a rule. */
    NOT_TRUSTED,
    /** What it was for has changed meanwhile. */
    TARGET_CHANGED,
    /** The certificate was the one, and is it no more. */
    NO_LONGER_EXPECTED,
    /** Who signed may not sign for the agency any more. */
    NO_MANDATE,
    /** Too many at once. */
    BUSY,
    /** We failed ourselves; the log says over what. */
    FAULT;

    static DeskRefusal of(NotAsAsked.Fault fault) {
        return switch (fault) {
            case EARLIER_BYTES -> OTHER_FILE;
            case NOT_SOUND -> NOT_SOUND;
            case COUNT, COVERAGE -> NOT_ONE_SIGNATURE;
            case CERTIFICATE -> OTHER_CERTIFICATE;
            case CONTENT -> CHANGED_CONTENT;
        };
    }
}
