package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.FormFields;
import vn.lienthong.routes.door.ReadFiles;
import vn.lienthong.routes.platform.JudgeInUse;
import vn.lienthong.routes.report.VerdictJson;
import vn.lienthong.routes.report.VerdictText;

/** Judges the signatures of a file that a system hands in; nothing of it is kept. */
@RestController
@RequestMapping(RestPaths.BASE + "/verifications")
final class VerificationsResource {

    private static final String AT = "at";
    private static final String NAME = "name";
    private static final String UNNAMED = "file";
    private static final int LONGEST_NAME = 200;

    private final RestCalls calls;
    private final ReadFiles files;
    private final JudgeInUse judging;
    private final Clock clock;

    VerificationsResource(
            RestCalls calls, @Qualifier("filesToVerify") ReadFiles files, JudgeInUse judging, Clock clock) {
        this.calls = calls;
        this.files = files;
        this.judging = judging;
        this.clock = clock;
    }

    @PostMapping
    void verify(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            String type = Optional.ofNullable(request.getContentType()).orElse("application/octet-stream");
            if (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
                // Its fields may have been read as such before, and be no body any more.
                return ContentTypes.refused(type, "multipart/form-data hoặc chính tệp, application/octet-stream");
            }
            BodyDigest digest = BodyDigest.of(request);
            if (digest.wrong().isPresent()) {
                return RestAnswer.refused(digest.wrong().get());
            }
            Optional<RestAnswer> unknown = Page.unknown(request, AT, NAME);
            return unknown.isPresent() ? unknown.get() : read(caller, request, response, type, digest);
        });
    }

    private RestAnswer read(
            Caller caller, HttpServletRequest request, HttpServletResponse response, String type, BodyDigest digest)
            throws IOException {
        FormFields fields = new FormFields(AT);
        ReadFiles.Body body = new ReadFiles.Body(request.getInputStream(), type, name(request), digest.sha256());
        return files.read(caller, body, fields, RestAnswer::refused, handed -> {
            Optional<String> said = fields.text(AT).or(() -> Optional.ofNullable(request.getParameter(AT)));
            Optional<Instant> at = said.flatMap(Moment::of);
            if (said.isPresent() && at.isEmpty()) {
                return RestAnswer.refused(
                        ErrorCode.PARAMETER_MALFORMED, AT, AT + ": " + said.get() + " (expected: " + Moment.FORM + ")");
            }
            Instant when = at.orElseGet(clock::instant);
            JudgedFile judged = judging.judge().judge(handed.signed(), handed.signedBeside(), when);
            return answer(request, response, judged, when);
        });
    }

    private static String name(HttpServletRequest request) {
        String name = Optional.ofNullable(request.getParameter(NAME))
                .filter(given -> !given.isBlank())
                .orElse(UNNAMED);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static RestAnswer answer(
            HttpServletRequest request, HttpServletResponse response, JudgedFile judged, Instant when) {
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (!accepted.contains("text/plain")) {
            return new RestAnswer.Json(HttpServletResponse.SC_OK, Optional.empty(), VerdictJson.write(judged, when));
        }
        Locale language = request.getHeader("Accept-Language") == null ? Locale.of("vi") : request.getLocale();
        StringWriter text = new StringWriter();
        VerdictText verdict = new VerdictText(new PrintWriter(text), language);
        verdict.print(judged);
        verdict.asked(when);
        return new RestAnswer.Text(language.getLanguage().equals("en") ? "en" : "vi", text.toString());
    }
}
