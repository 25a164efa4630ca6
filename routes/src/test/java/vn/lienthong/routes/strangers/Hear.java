package vn.lienthong.routes.strangers;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Reads an answer of a door as one of a few outcomes. */
final class Hear {

    private static final Pattern NOT_LET_IN =
            Pattern.compile("(MAC_WRONG|TIMESTAMP_OUT_OF_WINDOW|PARAMETER_MISSING) tại XroadVnpt-");
    private static final Pattern NO_MANDATE = Pattern.compile("SENDER_NOT_CALLER|MANDATE_MISSING");
    private static final Pattern NOTHING_IN_IT = Pattern.compile(
            "\"data\":\\[]|\"items\":\\[]|\"count\":0\\D|<(\\w+:)?count>0<|<\\w+:listSentResponse[^>]*/>"
                    + "|<listSentResponse[^>]*/>|<(\\w+:)?listSentResponse[^>]*></");

    private Hear() {}

    static Outcome of(Operation operation, HttpResponse<String> answer) {
        return switch (operation.door()) {
            case AXIS -> axis(answer);
            case REST -> rest(answer);
            case SOAP -> soap(answer);
            case TOKEN -> token(answer);
            case PROVINCIAL -> provincial(answer);
            case CONSOLE -> console(answer);
        };
    }

    private static Outcome axis(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return Outcome.STRANGE;
        }
        if (!answer.body().contains("\"status\":\"FAIL\"")) {
            return answered(answer.body());
        }
        return NOT_LET_IN.matcher(answer.body()).find() ? Outcome.ENTRY : refused(answer.body());
    }

    private static Outcome rest(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401 -> Outcome.ENTRY;
            case 403 -> Outcome.FORBIDDEN;
            case 404 -> answer.body().contains("NOT_FOUND") ? Outcome.UNKNOWN : Outcome.STRANGE;
            case 400, 409, 415, 422 -> refused(answer.body());
            case 200, 201, 202, 204, 302, 304 -> answered(answer.body());
            default -> Outcome.STRANGE;
        };
    }

    private static Outcome soap(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401 -> Outcome.ENTRY;
            case 200 -> answered(answer.body());
            case 500 -> refused(answer.body());
            default -> Outcome.STRANGE;
        };
    }

    /** This dialect says no with 200, but for who has no token. */
    private static Outcome provincial(HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            return Outcome.ENTRY;
        }
        if (answer.statusCode() != 200) {
            return Outcome.STRANGE;
        }
        if (answer.body().startsWith("{\"success\":true")) {
            return answered(answer.body());
        }
        return answer.body().contains("CREDENTIALS_WRONG") ? Outcome.ENTRY : refused(answer.body());
    }

    private static Outcome token(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401 -> Outcome.ENTRY;
            case 400 -> Outcome.MALFORMED;
            case 200 -> Outcome.ANSWERED;
            default -> Outcome.STRANGE;
        };
    }

    private static Outcome console(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 302 -> leadsToLogin(answer) ? Outcome.LOGIN : Outcome.ANSWERED;
            case 401 -> Outcome.ENTRY;
            case 403 -> Outcome.FORBIDDEN;
            case 404 -> Outcome.UNKNOWN;
            case 400, 405, 409, 415 -> Outcome.MALFORMED;
            case 200, 204, 304 -> Outcome.ANSWERED;
            default -> Outcome.STRANGE;
        };
    }

    private static boolean leadsToLogin(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(location -> location.matches(".*/login(\\?.*)?"))
                .isPresent();
    }

    private static Outcome answered(String body) {
        return NOTHING_IN_IT.matcher(body).find() ? Outcome.EMPTY : Outcome.ANSWERED;
    }

    private static Outcome refused(String body) {
        if (NO_MANDATE.matcher(body).find()) {
            return Outcome.FORBIDDEN;
        }
        if (body.contains("NOT_FOUND")) {
            return Outcome.UNKNOWN;
        }
        return body.contains("INTERNAL") ? Outcome.STRANGE : Outcome.MALFORMED;
    }
}
