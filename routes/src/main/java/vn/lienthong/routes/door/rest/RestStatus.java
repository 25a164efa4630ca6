package vn.lienthong.routes.door.rest;

import vn.lienthong.gateway.finding.ErrorCode;

/** Which HTTP status an error has (RFC 9110 §15). What is wrong with a document itself is 422. */
final class RestStatus {

    private RestStatus() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case PARAMETER_MISSING, PARAMETER_MALFORMED, HASH_MISMATCH, BODY_TRUNCATED -> 400;
            case CREDENTIALS_MISSING, CREDENTIALS_WRONG, SYSTEM_UNKNOWN, MAC_WRONG, TIMESTAMP_OUT_OF_WINDOW -> 401;
            case MANDATE_MISSING, SENDER_NOT_CALLER -> 403;
            case NOT_FOUND -> 404;
            case SLOW_CALLER -> 408;
            case DOCUMENT_CONFLICT, STATE_CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case TOO_MANY_CALLS -> 429;
            case INTERNAL -> 500;
            case BUSY -> 503;
            default -> 422;
        };
    }
}
