package vn.lienthong.routes.door.console;

import vn.lienthong.gateway.approval.SigningRequest;

/**
 * One document in an officer's list.
 *
 * @param may whether the officer may still sign for its agency
 * @param late whether its deadline is over
 */
record ApprovalLine(SigningRequest request, boolean may, boolean late) {

    /** Who may not sign it any more does not read what it is about. */
    public String subject() {
        return may ? request.shown().subject() : "";
    }

    /** What the clerk said to who may sign it. */
    public String note() {
        return may ? request.ask().note() : "";
    }

    /** Number and symbol, or the file's name; for who may not sign it the kind of document alone stays. */
    public String name() {
        return !may
                ? ""
                : request.shown().symbol().isEmpty()
                        ? request.shown().fileName()
                        : request.shown().symbol();
    }
}
