package vn.lienthong.routes.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * The digest that a caller gives with its body (RFC 9530 §2): SHA-256 counts, other algorithms are passed over.
 *
 * @param sha256 empty where none was given
 * @param wrong what is wrong with how it was given
 */
public record BodyDigest(Optional<Sha256> sha256, Optional<Finding> wrong) {

    private static final String HEADER = "Content-Digest";
    private static final Pattern HEX = Pattern.compile("\\b[0-9a-fA-F]{64}\\b");
    private static final Pattern SHA_256 = Pattern.compile("(?:^|[,\\s])sha-256=(?::([A-Za-z0-9+/=]*):)?");

    public static BodyDigest of(HttpServletRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader(HEADER));
        Matcher found = SHA_256.matcher(header.orElse(""));
        if (header.isEmpty() || !found.find()) {
            return new BodyDigest(Optional.empty(), Optional.empty());
        }
        Optional<Sha256> digest = Optional.ofNullable(found.group(1)).flatMap(BodyDigest::decoded);
        return digest.isPresent()
                ? new BodyDigest(digest, Optional.empty())
                : new BodyDigest(
                        Optional.empty(),
                        Optional.of(Finding.error(
                                ErrorCode.PARAMETER_MALFORMED,
                                HEADER,
                                HEADER + ": " + header.get() + " (expected: sha-256=:base64 của 32 byte:)")));
    }

    /** What is wrong with a body of this digest; nothing where none was given. */
    public Optional<Finding> differs(Sha256 found) {
        return sha256.filter(announced -> !announced.equals(found)).map(announced -> mismatch(announced, found));
    }

    /** The header of what leaves. */
    public static String header(Sha256 digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest.bytes()) + ":";
    }

    static Finding mismatch(Sha256 announced, Sha256 found) {
        String text = HEADER + ": " + header(announced) + " (expected: " + header(found) + ")";
        return Finding.error(ErrorCode.HASH_MISMATCH, HEADER, text);
    }

    /** The finding of a spooled body in the words of this header, its digests as the header has them. */
    public static Finding inOwnWords(Finding finding) {
        return finding.code() == ErrorCode.HASH_MISMATCH
                ? Finding.error(
                        finding.code(),
                        HEADER,
                        HEX.matcher(finding.text().replaceFirst("^hash-file", HEADER))
                                .replaceAll(hex ->
                                        header(Sha256.ofDigest(HexFormat.of().parseHex(hex.group())))))
                : finding;
    }

    private static Optional<Sha256> decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == Sha256.LENGTH_BYTES ? Optional.of(Sha256.ofDigest(bytes)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
