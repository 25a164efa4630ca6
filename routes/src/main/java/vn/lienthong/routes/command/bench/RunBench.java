package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.routes.command.demo.BenchWorld;

/** Measures every kind of document of a plan on one gateway. */
final class RunBench {
    private static final Duration VERIFY_BATCH = Duration.ofMillis(80);
    private static final int FIRST_BATCH = 8;
    private static final double WARM_BATCH_SECONDS = 2;
    private static final double CHEAPER = 0.95;
    private static final int LONGEST_WARM_UP = 3;

    private final BenchPlan plan;
    private final BenchWorld world;
    private final Path data;
    private final BenchGateway gateway;
    private final Drive drive;
    private final Clock clock;
    private long nextDocument = 1;

    RunBench(BenchPlan plan, BenchWorld world, Path data, BenchGateway gateway, Drive drive, Clock clock) {
        this.plan = plan;
        this.world = world;
        this.data = data;
        this.gateway = gateway;
        this.drive = drive;
        this.clock = clock;
    }

    /** Takes what was measured of one kind of document. */
    interface Taker {
        void take(CaseResult result) throws IOException;
    }

    /** Cases in the plan's order, each told when it is done; {@code said} hears what is being done. */
    void run(Consumer<String> said, Taker taker) throws Exception {
        Instant end = clock.instant().plus(plan.limit());
        said.accept("các phép tính trần không phụ thuộc cỡ văn bản");
        BareSteps bare = new BareSteps(gateway, data, world.signers());
        BareSteps.Fixed fixed = bare.fixed();
        VerifyPdf verifier = BenchTrust.of(data).pdf();
        boolean cold = true;
        for (BenchCase one : plan.cases()) {
            if (cold || clock.instant().isBefore(end)) {
                said.accept("văn bản " + one.pdfBytes() + ", " + one.signatures() + " chữ ký: mức sàn");
                taker.take(measure(one, bare, fixed, verifier, new Course(said, end, cold)));
                cold = false;
            }
        }
    }

    /** How a case is run: who hears of it, when no further round begins, whether the gateway is fresh. */
    private record Course(Consumer<String> said, Instant end, boolean cold) {}

    private CaseResult measure(BenchCase one, BareSteps bare, BareSteps.Fixed fixed, VerifyPdf verifier, Course course)
            throws Exception {
        Instant now = clock.instant();
        BenchDocument document =
                BenchDocument.of(world.letter(one.pdfBytes().bytes(), one.signatures()), nextDocument, now);
        PdfBytes pdf = PdfBytes.of(document.pdf());
        requirePassed(verifier.verify("bench.pdf", pdf, now));
        Cost verifyPdf = MeasureCost.alone(VERIFY_BATCH).of(() -> verifier.verify("bench.pdf", pdf, now));
        Floor floor = bare.of(document, one.signatures(), fixed);
        double perSecond = warmUp(document, course);
        List<Round> rounds = rounds(document, perSecond, course);
        nextDocument = document.next();
        return new CaseResult(one, document.pdf().length, document.packetBytes(), rounds, floor, verifyPdf);
    }

    private List<Round> rounds(BenchDocument document, double first, Course course) throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        double perSecond = first;
        for (int i = 0; i < plan.rounds() && (i == 0 || clock.instant().isBefore(course.end())); i++) {
            Round round = drive.send(document.make(plan.documentsAt(perSecond, document.packetBytes())));
            rounds.add(round);
            perSecond = round.documentsPerSecond();
            course.said().accept(told("lượt " + (i + 1), round));
        }
        return rounds;
    }

    /**
     * Sends until the time is over and a document costs the gateway no less than before; three times as long at most.
     *
     * @return the rate of the last batch
     */
    private double warmUp(BenchDocument document, Course course) throws InterruptedException {
        if (plan.documents() > 0) {
            return drive.send(document.make(Math.min(plan.documents(), FIRST_BATCH)))
                    .documentsPerSecond();
        }
        double seconds = course.cold() ? Math.max(plan.warmUpSeconds(), plan.seconds()) : plan.seconds();
        Round batch = drive.send(document.make(FIRST_BATCH));
        double spent = batch.seconds();
        double best = Double.MAX_VALUE;
        boolean cheaper = true;
        while ((spent < seconds || cheaper) && spent < LONGEST_WARM_UP * seconds) {
            int count =
                    (int) Math.clamp(Math.round(batch.documentsPerSecond() * WARM_BATCH_SECONDS), FIRST_BATCH, 5_000L);
            batch = drive.send(document.make(count));
            spent += batch.seconds();
            cheaper = batch.gatewayMicrosEach() < CHEAPER * best;
            best = Math.min(best, batch.gatewayMicrosEach());
        }
        course.said().accept(told("chạy nóng " + Math.round(spent) + " giây", batch));
        return batch.documentsPerSecond();
    }

    private static String told(String what, Round round) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f vb/giây, CPU cổng %.2f ms",
                what,
                round.documentsPerSecond(),
                round.gatewayMicrosEach() / 1e3);
    }

    /** A bench of documents that do not pass would measure the wrong thing. */
    private static void requirePassed(SignatureReport report) {
        if (report.overall() != Indication.TOTAL_PASSED) {
            throw new BenchFailed("chữ ký của văn bản mẫu: " + report.allFindings() + " (cần: đạt)");
        }
    }
}
