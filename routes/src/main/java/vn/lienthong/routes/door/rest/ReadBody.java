package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.FormJson;
import vn.lienthong.routes.door.SpoolBody;

/** Reads a JSON body into memory, no more of it than allowed and no slower than any body. */
final class ReadBody {

    private final SpoolBody spooling;
    private final int longestBytes;

    ReadBody(SpoolBody spooling, int longestBytes) {
        this.spooling = spooling;
        this.longestBytes = longestBytes;
    }

    /**
     * What is done with a form.
     *
     * @param <T> the form
     */
    @FunctionalInterface
    interface Use<T> {
        RestAnswer answer(T form, Sha256 content) throws IOException;
    }

    <T> RestAnswer json(Caller caller, HttpServletRequest request, Class<T> type, Use<T> use) throws IOException {
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        if (!contentType.isBlank() && !ContentTypes.isJson(contentType)) {
            // What is said to be fields of an HTML form may have been read as such before, and be no body any more.
            return ContentTypes.refused(contentType, "application/json");
        }
        BodyDigest digest = BodyDigest.of(request);
        if (digest.wrong().isPresent()) {
            return RestAnswer.refused(digest.wrong().get());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Optional<Finding> wrong = spooling.of(caller).reading(request.getInputStream(), limited -> {
            body.writeBytes(limited.readNBytes(longestBytes + 1));
            return body.size() > longestBytes
                    ? Optional.of(Finding.error(
                            ErrorCode.TOO_LARGE,
                            "body",
                            "body: hơn " + longestBytes + " byte (expected: không quá giới hạn này)"))
                    : Optional.empty();
        });
        if (wrong.isPresent()) {
            return RestAnswer.refused(wrong.get());
        }
        byte[] json = body.toByteArray();
        Optional<Finding> differs = digest.differs(Sha256.of(json));
        return differs.isPresent() ? RestAnswer.refused(differs.get()) : parsed(json, "body", type, use);
    }

    static <T> RestAnswer parsed(byte[] json, String where, Class<T> type, Use<T> use) throws IOException {
        try {
            return use.answer(FormJson.read(json, type), Sha256.of(json));
        } catch (FormJson.Unreadable e) {
            return RestAnswer.refused(e.finding(where));
        }
    }
}
