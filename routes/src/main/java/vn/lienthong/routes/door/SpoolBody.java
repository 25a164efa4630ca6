package vn.lienthong.routes.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Writes a body to the vault while hashing it. What does not match its announced digest, is too large, too slow or cut
 * short leaves nothing behind. One for all doors: so many bodies are received at one time and no more.
 */
public final class SpoolBody {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** RFC 2046 §5.1.1 allows 70; no buffer holds one without an end. */
    public static final int LONGEST_BOUNDARY = 200;

    /** The parameter {@code name}, not the end of {@code filename}. */
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^\\s;]+))");

    private final Vault vault;
    private final UploadLimits limits;
    private final Places places;
    private final Places strangers;
    private final Duration longestOfStrangers;
    private final Optional<String> owner;
    private final LongSupplier nanoTime;

    /** With the usual limits for strangers. */
    public SpoolBody(Vault vault, UploadLimits limits) {
        this(vault, limits, StrangerLimits.defaults());
    }

    public SpoolBody(Vault vault, UploadLimits limits, StrangerLimits ofStrangers) {
        this(vault, limits, ofStrangers, System::nanoTime);
    }

    /**
     * Measures how long a body takes by a clock of its own.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    SpoolBody(Vault vault, UploadLimits limits, StrangerLimits ofStrangers, LongSupplier nanoTime) {
        this(
                vault,
                limits,
                new Places(limits.most(), limits.mostOfOne()),
                new Places(ofStrangers.most(), ofStrangers.mostOfOne()),
                ofStrangers.longest(),
                Optional.empty(),
                nanoTime);
    }

    private SpoolBody(
            Vault vault,
            UploadLimits limits,
            Places places,
            Places strangers,
            Duration longestOfStrangers,
            Optional<String> owner,
            LongSupplier nanoTime) {
        this.vault = vault;
        this.limits = limits;
        this.places = places;
        this.strangers = strangers;
        this.longestOfStrangers = longestOfStrangers;
        this.owner = owner;
        this.nanoTime = nanoTime;
    }

    private SpoolBody with(UploadLimits narrower, Places from, String taking) {
        return new SpoolBody(vault, narrower, from, strangers, longestOfStrangers, Optional.of(taking), nanoTime);
    }

    /** The same for what this caller sends: its share of the places, its size of a document. */
    public SpoolBody of(Caller caller) {
        return with(limits.within(caller.limits().maxPacketBytes()), places, caller.systemId());
    }

    /**
     * The same for who has not said yet who calls: places of their own, so that they take none of those who have, of them each
     * address, with IPv6 each /64, a share, and each place for a short time.
     */
    public SpoolBody ofStrangers(String remote) {
        return with(limits.noLongerThan(longestOfStrangers), strangers, CallerAddress.block(remote));
    }

    /** The same for one body of at most so many bytes, of a caller who has its share of the places. */
    public SpoolBody of(String caller, long mostBytes) {
        return with(limits.within(OptionalLong.of(mostBytes)), places, CallerAddress.block(caller));
    }

    /** The whole body is the document. */
    public Upload whole(InputStream body, Optional<String> announced) throws IOException {
        return spool(body, announced, (limited, out) -> {
            copy(limited, out);
            return Optional.empty();
        });
    }

    /**
     * The document is one part of a {@code multipart/form-data} body; other parts are passed over. Two of that name are
     * refused: two readers would take different ones.
     *
     * @param announced SHA-256 in hexadecimal that the part must have
     */
    public Upload part(InputStream body, String contentType, String part, Optional<String> announced)
            throws IOException {
        return part(body, contentType, part, announced, new FormFields());
    }

    /**
     * The document is the one file of a {@code multipart/form-data} body, whatever its part is called: programs at people's desks
     * each have a name of their own for it. Two files are refused.
     */
    public Upload file(InputStream body, String contentType) throws IOException {
        Optional<byte[]> boundary = boundary(contentType);
        if (boundary.isEmpty()) {
            return refused(
                    ErrorCode.PARAMETER_MALFORMED,
                    "Content-Type",
                    "Content-Type: " + contentType + " (expected: multipart/form-data; boundary=…)");
        }
        Predicate<String> isFile = headers -> PartHead.of(headers).fileName().isPresent();
        return spool(
                body,
                Optional.empty(),
                (limited, out) -> findPart(limited, boundary.get(), "file", isFile, new FormFields(), out));
    }

    /** As above; texts that stand beside the document are read too. */
    public Upload part(InputStream body, String contentType, String part, Optional<String> announced, FormFields beside)
            throws IOException {
        Optional<byte[]> boundary = boundary(contentType);
        if (boundary.isEmpty()) {
            return refused(
                    ErrorCode.PARAMETER_MALFORMED,
                    "Content-Type",
                    "Content-Type: " + contentType + " (expected: multipart/form-data; boundary=…)");
        }
        return spool(
                body,
                announced,
                (limited, out) ->
                        findPart(limited, boundary.get(), part, headers -> names(headers, part), beside, out));
    }

    /** What a door makes of a body that is no document by itself. */
    @FunctionalInterface
    public interface Reading {
        /** Reads the body; says what is wrong with it, if anything. */
        Optional<Finding> read(InputStream limited) throws IOException;
    }

    /**
     * Reads a body within the limits that hold for every body; nothing is kept here. What goes wrong while writing it somewhere is
     * a fault of ours, see {@link #ours}.
     */
    public Optional<Finding> reading(InputStream body, Reading reading) throws IOException {
        Optional<Finding> noPlace = takePlace();
        if (noPlace.isPresent()) {
            return noPlace;
        }
        try {
            return reading.read(new LimitedStream(body, limits, nanoTime));
        } catch (IOException e) {
            return Optional.of(((Upload.Refused) brokenOff(e)).finding());
        } finally {
            places.giveBack(owner);
        }
    }

    /** A place of ours to write to: when it fails the caller is not blamed. */
    public static OutputStream ours(OutputStream out) {
        return new OurSide(out);
    }

    private interface Source {
        /** Writes the document; says why where there is none, or more than one. */
        Optional<Finding> copy(InputStream body, OutputStream out) throws IOException;
    }

    private Upload spool(InputStream body, Optional<String> announced, Source source) throws IOException {
        Optional<Finding> noPlace = takePlace();
        if (noPlace.isPresent()) {
            return new Upload.Refused(noPlace.get());
        }
        try {
            return receive(body, announced, source);
        } finally {
            places.giveBack(owner);
        }
    }

    private Upload receive(InputStream body, Optional<String> announced, Source source) throws IOException {
        try (Spool spool = vault.open()) {
            try {
                Optional<Finding> wrong = source.copy(new LimitedStream(body, limits, nanoTime), new OurSide(spool));
                if (wrong.isPresent()) {
                    return new Upload.Refused(wrong.get());
                }
            } catch (IOException e) {
                return brokenOff(e);
            }
            Sha256 digest = spool.digest();
            boolean matches = announced.isEmpty()
                    || announced.get().strip().toLowerCase(Locale.ROOT).equals(digest.hex());
            if (!matches) {
                return refused(
                        ErrorCode.HASH_MISMATCH,
                        "hash-file",
                        "hash-file: " + announced.get() + " (expected: " + digest + ")");
            }
            return new Upload.Stored(spool.keep());
        }
    }

    /** Keeps a full disk apart from a caller that went away: the one is our fault, the other is theirs. */
    private static final class OurSide extends OutputStream {

        private final OutputStream out;

        OurSide(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Why there is no more of the body; the container and the reader of parts wrap what went wrong. */
    private static Upload brokenOff(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedStream.Exceeded exceeded) {
                return refused(exceeded.code(), "body", exceeded.getMessage());
            }
            if (cause instanceof SocketTimeoutException) {
                return refused(
                        ErrorCode.SLOW_CALLER, "body", "body: im lặng giữa chừng (expected: gửi liên tục tới hết)");
            }
        }
        return refused(ErrorCode.BODY_TRUNCATED, "body", "body: bị ngắt giữa chừng (expected: đủ dữ liệu)");
    }

    private static Upload refused(ErrorCode code, String where, String text) {
        return new Upload.Refused(Finding.error(code, where, text));
    }

    private Optional<Finding> takePlace() {
        return switch (places.take(owner)) {
            case TAKEN -> Optional.empty();
            case FULL ->
                Optional.of(Finding.error(
                        ErrorCode.BUSY,
                        "body",
                        strangers()
                                ? "body: quá nhiều lần đăng nhập đang được nhận cùng lúc (expected: gọi lại sau ít"
                                        + " giây)"
                                : "body: " + limits.most()
                                        + " văn bản đang được nhận cùng lúc (expected: gửi lại sau ít phút)"));
            case ENOUGH ->
                Optional.of(Finding.error(
                        ErrorCode.TOO_MANY_CALLS,
                        "body",
                        strangers()
                                ? "body: địa chỉ này đang gửi dở " + places.mostOfOne()
                                        + " lần đăng nhập cùng lúc (expected: không quá số này, gọi lại sau ít giây)"
                                : "body: hệ thống đang gửi " + places.mostOfOne()
                                        + " văn bản cùng lúc (expected: không quá số này, gửi lại sau ít phút)"));
        };
    }

    private boolean strangers() {
        return places == strangers;
    }

    private static void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static Optional<Finding> findPart(
            InputStream body, byte[] boundary, String part, Predicate<String> isIt, FormFields beside, OutputStream out)
            throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary)
                .setBufferSize(BUFFER_BYTES)
                .get();
        int found = 0;
        boolean more = input.skipPreamble();
        while (more) {
            String headers = input.readHeaders();
            boolean named = isIt.test(headers);
            found += named ? 1 : 0;
            if (named && found == 1) {
                input.readBodyData(out);
            } else {
                Optional<OutputStream> field = beside.place(PartHead.of(headers));
                if (field.isPresent()) {
                    input.readBodyData(field.get());
                } else {
                    input.discardBodyData();
                }
            }
            more = input.readBoundary();
        }
        return switch (found) {
            case 0 ->
                Optional.of(
                        Finding.error(ErrorCode.PARAMETER_MISSING, part, part + ": thiếu (expected: một phần tệp)"));
            case 1 -> Optional.empty();
            default ->
                Optional.of(Finding.error(
                        ErrorCode.PARAMETER_MALFORMED, part, part + ": " + found + " phần (expected: một phần tệp)"));
        };
    }

    private static boolean names(String headers, String part) {
        return NAME.matcher(headers)
                .results()
                .anyMatch(name -> part.equalsIgnoreCase(name.group(1)) || part.equalsIgnoreCase(name.group(2)));
    }

    static Optional<byte[]> boundary(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("boundary=");
        if (!lower.startsWith("multipart/") || at < 0) {
            return Optional.empty();
        }
        String value = contentType
                .substring(at + "boundary=".length())
                .split(";", 2)[0]
                .strip();
        String plain = value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
                ? value.substring(1, value.length() - 1)
                : value;
        return plain.isEmpty() || plain.length() > LONGEST_BOUNDARY
                ? Optional.empty()
                : Optional.of(plain.getBytes(StandardCharsets.ISO_8859_1));
    }
}
