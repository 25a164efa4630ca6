package vn.lienthong.routes.scenario;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;

/** What a careful receiver looks at before it takes what is brought. */
final class CheckPush {

    private CheckPush() {}

    /** Why it is not taken; empty where length, digest and signature are those of the body, and the hop is inside or beside. */
    static Optional<String> fault(Headers headers, byte[] body, String secret) {
        Sha256 digest = Sha256.of(body);
        String signed =
                headers.getFirst("LienThong-Delivery") + "." + headers.getFirst("LienThong-Sent") + "." + digest;
        String stated = "sha-256=:" + Base64.getEncoder().encodeToString(digest.bytes()) + ":";
        if (!Integer.toString(body.length).equals(headers.getFirst("Content-Length"))) {
            return Optional.of("Content-Length: " + headers.getFirst("Content-Length"));
        }
        if (!stated.equals(headers.getFirst("Content-Digest"))) {
            return Optional.of("Content-Digest: " + headers.getFirst("Content-Digest"));
        }
        if (!Hmac.matches(
                secret.getBytes(StandardCharsets.UTF_8),
                signed.getBytes(StandardCharsets.UTF_8),
                headers.getFirst("LienThong-Signature"))) {
            return Optional.of("LienThong-Signature: " + headers.getFirst("LienThong-Signature"));
        }
        try {
            Hops.without(body, Optional.ofNullable(headers.getFirst("LienThong-Trace")));
            return Optional.empty();
        } catch (AssertionError notThere) {
            return Optional.of(String.valueOf(notThere.getMessage()));
        }
    }
}
