package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.seal.FetchSignature;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** What was signed for a system, as it is now: with its timestamp, once that has come. */
@RestController
@RequestMapping(RestPaths.BASE + "/signatures/{sha256}")
final class MadeSignaturesResource {

    private static final Logger LOG = LoggerFactory.getLogger(MadeSignaturesResource.class);
    private static final String DIGEST = "[0-9a-f]{64}";
    private static final int LOOKS = 2;

    private final RestCalls calls;
    private final FetchSignature fetching;
    private final Vault vault;
    private final Duration keep;

    MadeSignaturesResource(RestCalls calls, FetchSignature fetching, Vault vault, GatewayConfiguration configuration) {
        this.calls = calls;
        this.fetching = fetching;
        this.vault = vault;
        this.keep = configuration.seal().keepForSystems();
    }

    /** What is done with what was found. */
    private interface With {
        RestAnswer found(FetchSignature.Found found) throws IOException;
    }

    @GetMapping
    void newest(@PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(sha256, request, response, found -> send(request, response, found));
    }

    @GetMapping("/status")
    void status(@PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(sha256, request, response, found -> RestAnswer.ok(json(found)));
    }

    private void answer(String sha256, HttpServletRequest request, HttpServletResponse response, With with)
            throws IOException {
        calls.call(request, response, caller -> {
            Optional<RestAnswer> unknown = Page.unknown(request);
            if (unknown.isPresent()) {
                return unknown.get();
            }
            return sha256.matches(DIGEST) ? answer(caller, new Sha256(sha256), with) : notFound(sha256);
        });
    }

    private RestAnswer answer(Caller caller, Sha256 given, With with) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            Optional<FetchSignature.Found> found = fetching.fetch(caller, given);
            if (found.isEmpty()) {
                return notFound(given.hex());
            }
            try {
                return with.found(found.get());
            } catch (NoSuchFileException grown) {
                // It became another file since it was looked up, and the old one was swept: the next look finds the new
                // one.
                LOG.info(
                        "signed file {}: not in the vault, look {} of {}",
                        found.get().bytes(),
                        look + 1,
                        LOOKS);
            }
        }
        return RestAnswer.refused(
                ErrorCode.BUSY, "signature", "signature: " + given.hex() + " (expected: có trong kho; gọi lại sau)");
    }

    private static RestAnswer notFound(String sha256) {
        return RestAnswer.notFound("signature", sha256);
    }

    private RestAnswer send(HttpServletRequest request, HttpServletResponse response, FetchSignature.Found found)
            throws IOException {
        String tag = "\"" + found.bytes().digest().hex() + "\"";
        try (InputStream in = vault.read(found.bytes().digest())) {
            response.setHeader("ETag", tag);
            response.setDateHeader("Last-Modified", found.changedAt().toEpochMilli());
            response.setHeader("Cache-Control", "private, no-cache");
            response.setHeader("Seal-Level", found.level().name());
            response.setHeader("Seal-State", found.state().name());
            if (RestCalls.names(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return new RestAnswer.Written();
            }
            SignedAnswer.head(response, found.made().form(), found.bytes().digest());
            response.setContentLengthLong(found.bytes().length());
            in.transferTo(response.getOutputStream());
            return new RestAnswer.Written();
        }
    }

    private Map<String, Object> json(FetchSignature.Found found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sha256", found.bytes().digest().hex());
        json.put("signedSha256", found.made().bytes().digest().hex());
        json.put("length", found.bytes().length());
        json.put("form", found.made().form().wire());
        json.put("name", found.made().name());
        json.put("level", found.level().name());
        json.put("state", found.state().name());
        json.put("signedAt", found.made().signedAt().toString());
        json.put("changedAt", found.changedAt().toString());
        json.put(
                "keptUntil",
                found.made()
                        .signedAt()
                        .plus(keep)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        return json;
    }
}
