package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.FileVault;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

final class SpoolBodyTest {

    private static final String TYPE = "multipart/form-data; boundary=\"b0\"";
    private static final UploadLimits LIMITS = limits(1, Duration.ofHours(1), Duration.ofHours(1), 9);
    private static final byte[] DOCUMENT = "văn bản".getBytes(StandardCharsets.UTF_8);

    private static UploadLimits limits(long minBytesPerSecond, Duration grace, Duration longest, int most) {
        return new UploadLimits(10_000, minBytesPerSecond, grace, longest, most, Math.max(1, most / 4));
    }

    @TempDir
    private Path folder;

    private Vault vault = new FullDisk();

    @BeforeEach
    void open() throws IOException {
        vault = new FileVault(folder, Runnable::run);
    }

    private SpoolBody spooling() {
        return new SpoolBody(vault, LIMITS);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ErrorCode refusal(Upload upload) {
        return ((Upload.Refused) upload).finding().code();
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aBodyWithItsDigestIsKept() throws IOException {
        String announced = Sha256.of(DOCUMENT).hex().toUpperCase(Locale.ROOT);
        Upload upload = spooling().whole(new ByteArrayInputStream(DOCUMENT), Optional.of(announced));
        assertThat(((Upload.Stored) upload).bytes()).isEqualTo(new StoredBytes(Sha256.of(DOCUMENT), DOCUMENT.length));
    }

    @Test
    void strangersBehindOneAddressAreManyWhateverUploadsThereMayBeButNotAll() throws IOException {
        SpoolBody all = new SpoolBody(
                vault,
                limits(1, Duration.ofHours(1), Duration.ofHours(1), 1),
                new StrangerLimits(8, 6, Duration.ofSeconds(3)));
        List<Finding> refused = new ArrayList<>();
        assertThat(oneInTheOther(all, 6, refused)).isEmpty();
        assertThat(refused).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ErrorCode.TOO_MANY_CALLS);
            assertThat(finding.text()).contains("địa chỉ này đang gửi dở 6 lần đăng nhập");
        });
    }

    private static Optional<Finding> oneInTheOther(SpoolBody all, int depth, List<Finding> refused) throws IOException {
        if (depth == 0) {
            all.ofStrangers("192.0.2.1")
                    .reading(bytes("c"), more -> Optional.empty())
                    .ifPresent(refused::add);
            return all.ofStrangers("192.0.2.2").reading(bytes("d"), other -> Optional.empty());
        }
        return all.ofStrangers("192.0.2.1").reading(bytes("a"), one -> oneInTheOther(all, depth - 1, refused));
    }

    @Test
    void strangersHaveLessTimeThanCallers() throws IOException {
        AtomicLong nanos = new AtomicLong();
        SpoolBody all = new SpoolBody(vault, LIMITS, new StrangerLimits(8, 6, Duration.ofSeconds(3)), nanos::get);
        Dripping body = new Dripping(nanos, Duration.ofMillis(20));
        assertThat(all.ofStrangers("192.0.2.1").reading(body, more -> {
                    more.transferTo(OutputStream.nullOutputStream());
                    return Optional.empty();
                }))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.code()).isEqualTo(ErrorCode.SLOW_CALLER);
                    assertThat(finding.text()).contains("(expected: xong trong 3 giây)");
                });
    }

    @Test
    void anotherDigestLeavesNothing() throws IOException {
        Upload upload = spooling().whole(new ByteArrayInputStream(DOCUMENT), Optional.of("0".repeat(64)));
        assertThat(refusal(upload)).isEqualTo(ErrorCode.HASH_MISMATCH);
        assertThat(files()).isZero();
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // the line ends of the wire
    void theNamedPartIsTheDocumentWhateverOthersCallThemselves() throws IOException {
        String body = "--b0\r\nContent-Disposition: form-data; name=\"x\"; filename=\"file_doc\"\r\n\r\nnot this\r\n"
                + "--b0\r\nContent-Disposition: form-data; name=\"file_docs\"\r\n\r\nnor this\r\n"
                + "--b0\r\nContent-Disposition: form-data; name=\"file_doc\"\r\n\r\nvăn bản\r\n--b0--\r\n";
        Upload upload = spooling().part(bytes(body), TYPE, "file_doc", Optional.empty());
        assertThat(((Upload.Stored) upload).bytes().digest()).isEqualTo(Sha256.of(DOCUMENT));
    }

    @Test
    void aBodyWithoutThePartOrItsEndLeavesNothing() throws IOException {
        String other = "--b0\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b0--\r\n";
        assertThat(refusal(spooling().part(bytes(other), TYPE, "file_doc", Optional.empty())))
                .isEqualTo(ErrorCode.PARAMETER_MISSING);
        String cut = "--b0\r\nContent-Disposition: form-data; name=\"file_doc\"\r\n\r\nvăn";
        assertThat(refusal(spooling().part(bytes(cut), TYPE, "file_doc", Optional.empty())))
                .isEqualTo(ErrorCode.BODY_TRUNCATED);
        assertThat(refusal(spooling().part(bytes(cut), "multipart/form-data", "file_doc", Optional.empty())))
                .isEqualTo(ErrorCode.PARAMETER_MALFORMED);
        assertThat(files()).isZero();
    }

    @Test
    void everythingThatIsSentCountsNotOnlyTheDocument() throws IOException {
        assertThat(refusal(spooling().whole(bytes("x".repeat(10_001)), Optional.empty())))
                .isEqualTo(ErrorCode.TOO_LARGE);
        String junk = "--b0\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n" + "x".repeat(20_000) + "\r\n--b0\r\n"
                + "Content-Disposition: form-data; name=\"file_doc\"\r\n\r\nx\r\n--b0--\r\n";
        assertThat(refusal(spooling().part(bytes(junk), TYPE, "file_doc", Optional.empty())))
                .isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(files()).isZero();
    }

    @Test
    void aSlowCallerIsCutOff() throws IOException {
        UploadLimits strict = limits(Long.MAX_VALUE, Duration.ZERO, Duration.ofHours(1), 9);
        Upload upload = new SpoolBody(vault, strict).whole(new SlowStart(), Optional.empty());
        assertThat(refusal(upload)).isEqualTo(ErrorCode.SLOW_CALLER);
    }

    @Test
    void aBodyThatTakesTooLongIsCutOffHoweverMuchOfItCame() throws IOException {
        UploadLimits strict = limits(1, Duration.ofHours(1), Duration.ofSeconds(1), 9);
        AtomicLong nanos = new AtomicLong();
        Upload upload = new SpoolBody(vault, strict, StrangerLimits.defaults(), nanos::get)
                .whole(new Dripping(nanos, Duration.ofMillis(20)), Optional.empty());
        assertThat(((Upload.Refused) upload).finding()).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ErrorCode.SLOW_CALLER);
            assertThat(finding.text()).contains("(expected: xong trong 1 giây)");
        });
        assertThat(files()).isZero();
    }

    @Test
    void aCallerThatFallsSilentIsSlowNotGone() throws IOException {
        InputStream silent = new SequenceInputStream(bytes("văn"), new Broken(new SocketTimeoutException("read")));
        assertThat(refusal(spooling().whole(silent, Optional.empty()))).isEqualTo(ErrorCode.SLOW_CALLER);
        assertThat(files()).isZero();
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void soManyAtOnceAndNoMore() throws IOException {
        SpoolBody one = new SpoolBody(vault, limits(1, Duration.ofHours(1), Duration.ofHours(1), 1));
        List<Upload> inner = new ArrayList<>();
        InputStream meanwhile = new InputStream() {
            @Override
            public int read() throws IOException {
                inner.add(one.whole(bytes("x"), Optional.empty()));
                return -1;
            }
        };
        assertThat(one.whole(meanwhile, Optional.empty())).isInstanceOf(Upload.Stored.class);
        assertThat(refusal(inner.getFirst())).isEqualTo(ErrorCode.BUSY);
        assertThat(one.whole(bytes("x"), Optional.of("0")))
                .as("a refusal gives its place back")
                .isInstanceOf(Upload.Refused.class);
        assertThat(one.whole(bytes("x"), Optional.empty())).isInstanceOf(Upload.Stored.class);
    }

    @Test
    void twoPartsOfTheNameAreRefused() throws IOException {
        String part = "--b0\r\nContent-Disposition: form-data; name=\"file_doc\"\r\n\r\nvăn bản\r\n";
        Upload upload = spooling().part(bytes(part + part + "--b0--\r\n"), TYPE, "file_doc", Optional.empty());
        assertThat(refusal(upload)).isEqualTo(ErrorCode.PARAMETER_MALFORMED);
        assertThat(files()).isZero();
    }

    @Test
    void aCallerThatGoesAwayIsTold() throws IOException {
        InputStream cut = new SequenceInputStream(bytes("văn"), new Broken(new IOException("connection reset")));
        assertThat(refusal(spooling().whole(cut, Optional.empty()))).isEqualTo(ErrorCode.BODY_TRUNCATED);
        assertThat(files()).isZero();
    }

    @Test
    void aFullDiskIsOurFault() {
        assertThatThrownBy(() -> new SpoolBody(new FullDisk(), LIMITS).whole(bytes("x"), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
    }

    /** Long enough for a clock that counts nanoseconds. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class SlowStart extends InputStream {

        private int left = 5_000;

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class Broken extends InputStream {

        private final IOException fault;

        Broken(IOException fault) {
            this.fault = fault;
        }

        @Override
        public int read() throws IOException {
            throw fault;
        }
    }

    /** A byte now and then, without end; what passes between them is the test's own time. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class Dripping extends InputStream {

        private final AtomicLong nanos;
        private final Duration pause;

        Dripping(AtomicLong nanos, Duration pause) {
            this.nanos = nanos;
            this.pause = pause;
        }

        @Override
        public int read() {
            nanos.addAndGet(pause.toNanos());
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            bytes[offset] = (byte) read();
            return 1;
        }
    }

    private static final class FullDisk implements Vault {

        @Override
        public Spool open() {
            return new Spool() {

                @Override
                public void write(int b) throws IOException {
                    throw new IOException("no space left on device");
                }

                @Override
                public Sha256 digest() {
                    return Sha256.of(new byte[0]);
                }

                @Override
                public StoredBytes keep() {
                    return new StoredBytes(digest(), 0);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public InputStream read(Sha256 digest) {
            return InputStream.nullInputStream();
        }

        @Override
        public boolean holds(Sha256 digest) {
            return false;
        }

        @Override
        public void sync(StoredBytes bytes) {}

        @Override
        public Optional<Path> file(Sha256 digest) {
            return Optional.empty();
        }

        @Override
        public Page olderThan(Duration age, Optional<Sha256> after, int limit) {
            return new Page(List.of(), Optional.empty());
        }

        @Override
        public boolean discard(Sha256 digest, Duration age) {
            return false;
        }

        @Override
        public int discardHalfWritten(Duration age) {
            return 0;
        }
    }
}
