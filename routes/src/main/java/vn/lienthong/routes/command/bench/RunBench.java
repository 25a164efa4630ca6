package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.routes.command.demo.BenchWorld;
import vn.lienthong.routes.platform.TrustFolder;

/** Measures every kind of document of a plan on one gateway. */
final class RunBench {
    private static final Duration VERIFY_BATCH = Duration.ofMillis(80);
    private static final int FIRST_BATCH = 8;
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

    /** Cases in the plan's order; {@code said} hears what is being done. */
    List<CaseResult> run(Consumer<String> said) throws Exception {
        said.accept("đo các phép tính trần không phụ thuộc cỡ văn bản");
        BareSteps bare = new BareSteps(gateway, data, world.signers());
        BareSteps.Fixed fixed = bare.fixed();
        VerifyPdf verifier = verifier();
        List<CaseResult> results = new ArrayList<>();
        for (BenchCase one : plan.cases()) {
            said.accept("đo văn bản " + one.pdfBytes() + ", " + one.signatures() + " chữ ký");
            results.add(measure(one, bare, fixed, verifier, results.isEmpty()));
        }
        return results;
    }

    private CaseResult measure(BenchCase one, BareSteps bare, BareSteps.Fixed fixed, VerifyPdf verifier, boolean cold)
            throws Exception {
        Instant now = clock.instant();
        BenchDocument document =
                BenchDocument.of(world.letter(one.pdfBytes().bytes(), one.signatures()), nextDocument, now);
        PdfBytes pdf = PdfBytes.of(document.pdf());
        requirePassed(verifier.verify("bench.pdf", pdf, now));
        Cost verifyPdf = MeasureCost.alone(VERIFY_BATCH).of(() -> verifier.verify("bench.pdf", pdf, now));
        Floor floor = bare.of(document, one.signatures(), fixed);
        double perSecond = warmUp(document, cold ? Math.max(plan.warmUpSeconds(), plan.seconds()) : plan.seconds());
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < plan.rounds(); i++) {
            Round round = drive.send(document.make(plan.documentsAt(perSecond, document.packetBytes())));
            rounds.add(round);
            perSecond = round.documentsPerSecond();
        }
        nextDocument = document.next();
        return new CaseResult(one, document.pdf().length, document.packetBytes(), rounds, floor, verifyPdf);
    }

    /** Sends until the time is over; the rate of the last batch. */
    private double warmUp(BenchDocument document, double seconds) throws InterruptedException {
        if (plan.documents() > 0) {
            return drive.send(document.make(Math.min(plan.documents(), FIRST_BATCH)))
                    .documentsPerSecond();
        }
        double left = seconds;
        double perSecond = 0;
        while (left > 0) {
            int count = perSecond == 0
                    ? FIRST_BATCH
                    : Math.clamp(Math.round(perSecond * Math.min(left, 1)), FIRST_BATCH, 5_000);
            Round batch = drive.send(document.make(count));
            perSecond = batch.documentsPerSecond();
            left -= batch.seconds();
        }
        return perSecond;
    }

    /** A bench of documents that do not pass would measure the wrong thing. */
    private static void requirePassed(SignatureReport report) {
        if (report.overall() != Indication.TOTAL_PASSED) {
            throw new BenchFailed("chữ ký của văn bản mẫu: " + report.allFindings() + " (cần: đạt)");
        }
    }

    private VerifyPdf verifier() throws IOException {
        TrustStores stores = TrustFolder.read(data.resolve("trust"));
        ValidationPolicy policy = ValidationPolicy.standard();
        CrlCache lists = new CrlCache(stores, CrlStore.inMemory(), policy.clockSkew());
        try {
            for (byte[] list : BenchWorld.lists(data)) {
                lists.add(list);
            }
        } catch (CRLException refused) {
            throw new BenchFailed("CRL của thế giới thử bị từ chối", refused);
        }
        return new VerifyPdf(stores, lists, policy, PdfLimits.standard());
    }
}
