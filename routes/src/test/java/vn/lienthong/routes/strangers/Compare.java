package vn.lienthong.routes.strangers;

import java.net.http.HttpResponse;
import java.util.Optional;

/** Looks for what an answer tells, by itself or beside another. */
final class Compare {

    private Compare() {}

    /** The answer to a call about what is not there, with the one id in place of the other. */
    static Optional<String> sameButForTheId(
            HttpResponse<String> answer, String id, HttpResponse<String> other, String nobodys) {
        boolean same = answer.statusCode() == other.statusCode()
                && plain(answer.body(), id).equals(plain(other.body(), nobodys));
        return same
                ? Optional.empty()
                : Optional.of(
                        "tells that the target is there: " + start(answer) + "\nwhere nothing is: " + start(other));
    }

    /** Enough of it to see what it is. */
    static String start(HttpResponse<String> answer) {
        // Lists of agencies are long: no expression goes over all of it.
        String body = answer.body().substring(Math.max(0, answer.body().indexOf("<title>")));
        String text = body.substring(0, Math.min(body.length(), 1_000)).replaceAll("\\s+", " ");
        return answer.statusCode() + " " + text.substring(0, Math.min(text.length(), 300));
    }

    /** Without what is new in each answer: numbers of letters, tokens of forms. */
    static String plain(String body, String id) {
        return body.replace(id, "ID")
                .replaceAll("\\d{3}/TT-VP", "N/TT-VP")
                .replaceAll("\\d{8}T\\d{6}", "TIME")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "_csrf");
    }

    /** What the answer has of the victim's, besides the id that it was asked for. */
    static Optional<String> told(Targets targets, HttpResponse<String> answer, String asked) {
        return targets.telling().stream()
                .filter(word -> !asked.contains(word) && answer.body().contains(word))
                .findFirst()
                .map(word -> "tells " + word + ": " + start(answer));
    }
}
