package vn.lienthong.routes.command.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SigningKey;

/** Times the bare operations of one kind of document. */
final class BareSteps {
    private static final Duration BATCH = Duration.ofMillis(50);
    private static final Duration COMMIT_BATCH = Duration.ofMillis(400);
    /** What the dialect signs of a call's headers, about. */
    private static final int HEADER_BYTES = 700;

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MeasureCost measure = MeasureCost.alone(BATCH);
    private final BenchGateway gateway;
    private final Path data;
    private final List<SigningKey> signers;

    BareSteps(BenchGateway gateway, Path data, List<SigningKey> signers) {
        this.gateway = gateway;
        this.data = data;
        this.signers = signers;
    }

    /** The steps that cost the same whatever the document: run while the gateway is idle. */
    record Fixed(Floor.Step chainCheck, Floor.Step signatureCheck, Floor.Step hmac, Floor.Step commit) {}

    Fixed fixed() throws Exception {
        List<X509Certificate> chain = signers.getFirst().chain();
        PublicKey issuing = chain.get(1).getPublicKey();
        byte[] header = new byte[HEADER_BYTES];
        // A certificate's signature is checked by the same arithmetic as a document's: one RSA operation, one short
        // digest.
        byte[] signed = chain.getFirst().getTBSCertificate();
        byte[] value = chain.getFirst().getSignature();
        Cost check = measure.of(() -> verify(issuing, signed, value));
        return new Fixed(
                new Floor.Step(Floor.Part.SIGNATURES, "kiểm chữ ký chứng thư (RSA-2048)", 2, check),
                new Floor.Step(Floor.Part.SIGNATURES, "kiểm giá trị chữ ký (RSA-2048)", 1, check),
                new Floor.Step(
                        Floor.Part.TRANSPORT, "HMAC-SHA256 tiêu đề", 1, measure.of(() -> Hmac.of(SECRET, header))),
                new Floor.Step(Floor.Part.RECORD, "giao dịch PostgreSQL ghi bền", 1, commit()));
    }

    /** The whole floor of a document. */
    Floor of(BenchDocument document, int signatures, Fixed fixed) throws Exception {
        byte[] packet = document.packet();
        byte[] pdf = document.pdf();
        byte[] packed = deflated(pdf);
        byte[] base64 = Base64.getEncoder().encode(packed);
        byte[] unpacked = new byte[pdf.length];
        byte[] decoded = new byte[packed.length];
        List<Floor.Step> steps = new ArrayList<>();
        steps.add(fixed.hmac());
        steps.add(new Floor.Step(Floor.Part.TRANSPORT, "SHA-256 gói tin", 1, measure.of(() -> Sha256.of(packet))));
        steps.add(new Floor.Step(Floor.Part.RECORD, "ghi bền tệp gói tin", 1, measure.of(() -> write(packet))));
        steps.add(new Floor.Step(Floor.Part.TRANSPORT, "giải base64", 1, measure.of(() -> Base64.getDecoder()
                .decode(base64, decoded))));
        steps.add(new Floor.Step(Floor.Part.TRANSPORT, "giải nén", 1, measure.of(() -> inflate(packed, unpacked))));
        Cost digest = measure.of(() -> Sha256.of(pdf));
        steps.add(new Floor.Step(Floor.Part.TRANSPORT, "SHA-256 tệp đính kèm", 1, digest));
        steps.add(new Floor.Step(Floor.Part.SIGNATURES, "SHA-256 phần được ký", 1, digest));
        steps.add(times(fixed.signatureCheck(), signatures));
        steps.add(times(fixed.chainCheck(), signatures));
        steps.add(fixed.commit());
        return new Floor(steps);
    }

    private static Floor.Step times(Floor.Step step, int signatures) {
        return new Floor.Step(step.part(), step.name(), step.count() * signatures, step.each());
    }

    private Cost commit() throws Exception {
        try (Handle handle = gateway.database().open()) {
            handle.execute("create table if not exists bench_floor (at timestamptz not null, line text not null)");
            String line = "x".repeat(200);
            MeasureCost withServer =
                    MeasureCost.with(COMMIT_BATCH, () -> gateway.databaseCpu().toNanos());
            Cost cost = withServer.of(() ->
                    handle.useTransaction(commit -> commit.execute("insert into bench_floor values (now(), ?)", line)));
            handle.execute("drop table bench_floor");
            return cost;
        }
    }

    private void write(byte[] bytes) throws IOException {
        Path file = data.resolve("bench-floor.part");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
            deflating.write(bytes);
        }
        return out.toByteArray();
    }

    private static void inflate(byte[] packed, byte[] into) throws Exception {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int at = 0;
            while (!inflater.finished() && at < into.length) {
                at += inflater.inflate(into, at, into.length - at);
            }
        } finally {
            inflater.end();
        }
    }

    /** Not {@code certificate.verify}, which remembers the key it was last checked with. */
    private static void verify(PublicKey issuer, byte[] signed, byte[] value) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(issuer);
        signature.update(signed);
        if (!signature.verify(value)) {
            throw new SignatureException("signature: wrong (expected: the issuer's)");
        }
    }
}
