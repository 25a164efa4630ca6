package vn.lienthong.routes.door.token;

/**
 * Why there is no token (RFC 6749 §5.2). The description is for whoever writes the client: ASCII without quotes, nothing of what
 * the call brought, and the same for an unknown client as for a wrong secret.
 */
final class TokenFault extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String error;

    private TokenFault(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static TokenFault invalidRequest(String description) {
        return new TokenFault(BAD_REQUEST, "invalid_request", description);
    }

    static TokenFault unsupportedGrantType() {
        return new TokenFault(
                BAD_REQUEST, "unsupported_grant_type", "grant_type is another one (expected: client_credentials)");
    }

    static TokenFault invalidClient(String description) {
        return new TokenFault(UNAUTHORIZED, "invalid_client", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    boolean isOfTheClient() {
        return status == UNAUTHORIZED;
    }
}
