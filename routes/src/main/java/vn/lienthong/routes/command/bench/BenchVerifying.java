package vn.lienthong.routes.command.bench;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;
import vn.lienthong.routes.command.demo.BenchWorld;

/** Our verification of PDF files beside the other engine's and the bare operations; both must pass every file. */
final class BenchVerifying {
    private static final double TIMES_FASTER = 100;
    private static final double TIMES_BARE = 5;
    private static final int LEAST_RUNS = 300;

    private final BenchWorld world;
    private final VerifyPdf ours;
    private final SecondOpinion theirs;
    private final MeasureFresh measure;
    private final Instant now;
    private int made;

    BenchVerifying(BenchWorld world, BenchTrust trust, MeasureFresh measure, Instant now) throws Exception {
        this.world = world;
        this.ours = trust.pdf();
        this.theirs = trust.dss();
        this.measure = measure;
        this.now = now;
    }

    /** The other engine, once before anything is held against it: a few runs of a slow thing warm it less than many of a fast one. */
    void warm(ByteSize size) throws Exception {
        byte[] file = world.letter(size.bytes(), 1, ++made);
        for (int run = 0; run < LEAST_RUNS; run++) {
            SameVerdict.passed(theirs.about("bench.pdf", file, now));
        }
    }

    /** With one signature and with three. */
    void run(ByteSize size, Consumer<BenchLine> lines) throws Exception {
        BareChecks bare = new BareChecks(world.signers().getFirst());
        for (int signatures : new int[] {1, 3}) {
            double[] cost = measure.of(
                    () -> world.letter(size.bytes(), signatures, ++made),
                    List.of(
                            this::ours,
                            file -> SameVerdict.passed(theirs.about("bench.pdf", file, now)),
                            Sha256::of,
                            file -> bare.signature(),
                            file -> bare.chain()));
            String what = "kiểm PDF " + size + ", " + signatures + " chữ ký";
            lines.accept(new BenchLine(what, cost[0], "DSS", cost[1], BenchLine.Goal.TIMES_FASTER, TIMES_FASTER));
            // Paths are warm, so that no certificate's signature is checked anew: the chain is named, and not counted.
            lines.accept(new BenchLine(
                    what,
                    cost[0],
                    "trần: băm + " + signatures + " × chữ ký",
                    cost[2] + signatures * cost[3],
                    BenchLine.Goal.TIMES_THE_COST,
                    TIMES_BARE));
            lines.accept(BenchLine.named("  trần: SHA-256 cả tệp", cost[2]));
            lines.accept(BenchLine.named("  trần: kiểm một chữ ký (RSA-2048)", cost[3]));
            lines.accept(BenchLine.named("  trần: kiểm một chứng thư (không cộng)", cost[4]));
        }
    }

    /** With one signature and a timestamp over the whole file. */
    void stamped(ByteSize size, Consumer<BenchLine> lines) throws Exception {
        BareChecks bare = new BareChecks(world.signers().getFirst());
        double[] cost = measure.of(
                () -> world.stamped(size.bytes(), ++made), List.of(this::ours, Sha256::of, file -> bare.signature()));
        // The token's signature is checked by the same arithmetic as the document's; the file is digested once for
        // both.
        lines.accept(new BenchLine(
                "kiểm PDF " + size + ", 1 chữ ký, 1 dấu thời gian",
                cost[0],
                "trần: băm + chữ ký + dấu thời gian",
                cost[1] + 2 * cost[2],
                BenchLine.Goal.TIMES_THE_COST,
                TIMES_BARE));
        lines.accept(BenchLine.named("  trần: SHA-256 cả tệp", cost[1]));
        lines.accept(BenchLine.named("  trần: kiểm chữ ký, kiểm dấu thời gian (RSA-2048), mỗi cái", cost[2]));
    }

    private void ours(byte[] file) {
        SameVerdict.passed(ours.verify("bench.pdf", PdfBytes.of(file), now));
    }
}
