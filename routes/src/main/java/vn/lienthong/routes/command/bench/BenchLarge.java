package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.routes.command.demo.BenchWorld;

/** One large file: signed beside a bare save, laid on disk, and verified from there without coming into memory. */
final class BenchLarge {
    private static final double TIMES_BARE = 3;
    private static final int ROUNDS = 3;
    private static final ByteSize SMALL = ByteSize.parse("1MB");
    /** What verifying may allocate, whatever the size of the file: flat. */
    private static final double MOST_ALLOCATED_BYTES = 8 << 20;

    private final BenchWorld world;
    private final VerifyPdf verifier;
    private final Path folder;
    private final MeasureFresh once;
    private final Instant now;

    BenchLarge(BenchWorld world, VerifyPdf verifier, Path folder, MeasureFresh measure, Instant now) {
        this.world = world;
        this.verifier = verifier;
        this.folder = folder;
        this.once = measure.in(ROUNDS, 1);
        this.now = now;
    }

    void run(ByteSize size, Consumer<BenchLine> lines) throws Exception {
        Path file = signed(size, lines);
        double[] verified = once.of(() -> file, List.of(this::verify));
        lines.accept(BenchLine.named("kiểm PDF " + size + " từ đĩa", verified[0]));
        // Beside a small one: flat is what neither exceeds.
        Path small = signed(SMALL, "small.pdf");
        memory(SMALL, small, lines);
        memory(size, file, lines);
        Files.delete(small);
        Files.delete(file);
    }

    /** No line where this Java counts no bytes: nothing measured is no goal met. */
    private void memory(ByteSize size, Path file, Consumer<BenchLine> lines) throws IOException {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()
                || !threads.isThreadAllocatedMemoryEnabled()) {
            return;
        }
        verify(file);
        long before = threads.getCurrentThreadAllocatedBytes();
        verify(file);
        lines.accept(new BenchLine(
                "  cấp phát khi kiểm PDF " + size + " từ đĩa",
                threads.getCurrentThreadAllocatedBytes() - before,
                "",
                0,
                BenchLine.Goal.BYTES_AT_MOST,
                MOST_ALLOCATED_BYTES));
    }

    private Path signed(ByteSize size, String name) throws Exception {
        SignatureDetails details = new SignatureDetails("Người ký", "Ban hành", now, BareSigning.RESERVED_BYTES);
        byte[] letter = world.letter(size.bytes(), 0, 2);
        return Files.write(
                folder.resolve(name), new SignPdf().sign(letter, world.signers().getFirst(), details));
    }

    private Path signed(ByteSize size, Consumer<BenchLine> lines) throws Exception {
        byte[] letter = world.letter(size.bytes(), 0, 1);
        SigningKey key = world.signers().getFirst();
        SignatureDetails details = new SignatureDetails("Người ký", "Ban hành", now, BareSigning.RESERVED_BYTES);
        double[] cost = once.of(
                () -> letter,
                List.of(file -> new SignPdf().sign(file, key, details), file -> BareSigning.sign(file, key, now)));
        lines.accept(new BenchLine(
                "ký PDF " + size, cost[0], BareSigning.NAME, cost[1], BenchLine.Goal.TIMES_THE_COST, TIMES_BARE));
        return Files.write(folder.resolve("large.pdf"), new SignPdf().sign(letter, key, details));
    }

    private void verify(Path file) throws IOException {
        SameVerdict.passed(verifier.verify("large.pdf", PdfBytes.open(file), now));
    }
}
