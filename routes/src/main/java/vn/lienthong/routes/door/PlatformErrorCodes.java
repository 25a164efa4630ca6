package vn.lienthong.routes.door;

import vn.lienthong.gateway.finding.ErrorCode;

/**
 * The numbers by which systems of the axis dialect and of the provincial one know errors (the provincial platforms' table);
 * {@code 0} is success.
 */
public final class PlatformErrorCodes {

    public static final String OK = "0";
    private static final String INVALID_FILE = "10";
    private static final String WRONG_CREDENTIALS = "15";
    private static final String UNKNOWN_RECEIVER = "18";
    private static final String UNKNOWN_SENDER = "19";
    public static final String SYSTEM_ERROR = "20";
    private static final String FILE_PROCESSING = "21";
    private static final String WRONG_FORMAT = "22";
    private static final String LOCKED_RECEIVER = "23";

    private PlatformErrorCodes() {}

    public static String of(ErrorCode code) {
        return switch (code) {
            case SYSTEM_UNKNOWN, MAC_WRONG, TIMESTAMP_OUT_OF_WINDOW, CREDENTIALS_MISSING, CREDENTIALS_WRONG ->
                WRONG_CREDENTIALS;
            case AGENCY_UNKNOWN, AGENCY_NOT_YET, RECIPIENTS_WIDENED -> UNKNOWN_RECEIVER;
            case AGENCY_CLOSED, RECIPIENT_UNREACHABLE -> LOCKED_RECEIVER;
            case SENDER_NOT_CALLER, MANDATE_MISSING -> UNKNOWN_SENDER;
            case HASH_MISMATCH, BODY_TRUNCATED, TOO_LARGE, SLOW_CALLER -> INVALID_FILE;
            case INTERNAL, BUSY, TOO_MANY_CALLS -> SYSTEM_ERROR;
            case PARAMETER_MISSING, PARAMETER_MALFORMED, NOT_FOUND -> FILE_PROCESSING;
            default ->
                code.name().startsWith("PACKET_") || code.name().startsWith("FIELD_") ? WRONG_FORMAT : FILE_PROCESSING;
        };
    }
}
