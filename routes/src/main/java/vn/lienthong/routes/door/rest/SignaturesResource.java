package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.seal.SealForSystem;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.HandedFiles;
import vn.lienthong.routes.door.ReadFiles;

/** Puts an agency's seal on a PDF that a system hands in, or its signature on a file of any kind, and gives the result back. */
@RestController
@RequestMapping(RestPaths.BASE + "/signatures")
final class SignaturesResource {

    /** Of what was answered by a program that did not write levels down. */
    private static final String LEVEL_B = LastingLevel.B.name();

    private final RestCalls calls;
    private final ReadFiles files;
    private final SealForSystem sealing;
    private final AnswerOnce once;
    private final Vault vault;

    SignaturesResource(
            RestCalls calls,
            @Qualifier("filesToSeal") ReadFiles files,
            SealForSystem sealing,
            AnswerOnce once,
            Vault vault) {
        this.calls = calls;
        this.files = files;
        this.sealing = sealing;
        this.once = once;
        this.vault = vault;
    }

    @PostMapping
    void seal(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            String type = Optional.ofNullable(request.getContentType()).orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
                return ContentTypes.refused(type, "multipart/form-data");
            }
            BodyDigest digest = BodyDigest.of(request);
            if (digest.wrong().isPresent()) {
                return RestAnswer.refused(digest.wrong().get());
            }
            ReadFiles.Body body = new ReadFiles.Body(request.getInputStream(), type, "file", digest.sha256());
            RestAnswer answer = files.read(
                    caller, body, SealForm.asked(), RestAnswer::refused, handed -> sealed(caller, request, handed));
            return send(response, answer);
        });
    }

    private RestAnswer sealed(Caller caller, HttpServletRequest request, HandedFiles handed) throws IOException {
        Optional<Finding> wrong = SealForm.wrong(handed);
        if (wrong.isPresent()) {
            return RestAnswer.refused(wrong.get());
        }
        return once.answerAlone(
                caller,
                request,
                SealForm.content(handed),
                begun -> SealAnswer.of(sealing.seal(caller, SealForm.wanted(handed)), SealForm.result(handed)));
    }

    /** The bytes of what was sealed, now or under the same key before. */
    private RestAnswer send(HttpServletResponse response, RestAnswer answer) throws IOException {
        return switch (answer) {
            case RestAnswer.Json json -> send(response, json);
            case RestAnswer.Again again -> {
                response.setHeader("Idempotency-Replayed", "true");
                yield send(response, again.first());
            }
            case RestAnswer.Text other -> other;
            case RestAnswer.Nothing other -> other;
            case RestAnswer.Written other -> other;
            case RestAnswer.Refused other -> other;
        };
    }

    /** What was answered by a program that knew PDFs alone does not say. */
    private static SignatureForm form(JsonNode kept) {
        return SignatureForm.valueOf(kept.path(SealAnswer.FORM).asString(SignatureForm.PADES.name()));
    }

    private RestAnswer send(HttpServletResponse response, RestAnswer.Json json) throws IOException {
        JsonNode kept = RestJson.stored(json.body());
        Sha256 digest = new Sha256(kept.path(SealAnswer.SHA_256).asString(""));
        try (InputStream in = vault.read(digest)) {
            response.setStatus(json.status());
            SignedAnswer.head(response, form(kept), digest);
            json.location().ifPresent(location -> response.setHeader("Location", location));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Seal-Level", kept.path(SealAnswer.LEVEL).asString(LEVEL_B));
            response.setHeader("Seal-Goal", kept.path(SealAnswer.GOAL).asString(LEVEL_B));
            in.transferTo(response.getOutputStream());
            return new RestAnswer.Written();
        } catch (NoSuchFileException gone) {
            response.reset();
            return RestAnswer.refused(
                    ErrorCode.STATE_CONFLICT,
                    AnswerOnce.HEADER,
                    AnswerOnce.HEADER + ": tệp đã ký không còn ở đây (expected: một khóa mới, ký lại)");
        }
    }
}
