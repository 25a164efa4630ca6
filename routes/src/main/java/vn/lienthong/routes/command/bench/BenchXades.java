package vn.lienthong.routes.command.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;
import vn.lienthong.gateway.signature.xml.SignXml;
import vn.lienthong.gateway.signature.xml.VerifyXml;
import vn.lienthong.routes.command.demo.BenchWorld;

/** Our verification of small XML files under an enveloped XAdES signature beside the other engine's. */
final class BenchXades {
    private static final double TIMES_FASTER = 20;

    private final BenchWorld world;
    private final VerifyXml ours;
    private final SecondOpinion theirs;
    private final MeasureFresh measure;
    private final Instant now;
    private int made;

    BenchXades(BenchWorld world, BenchTrust trust, MeasureFresh measure, Instant now) throws Exception {
        this.world = world;
        this.ours = trust.xml();
        this.theirs = trust.dss();
        this.measure = measure;
        this.now = now;
    }

    void run(Consumer<BenchLine> lines) throws Exception {
        BareChecks bare = new BareChecks(world.signers().getFirst());
        double[] cost = measure.of(
                this::signed,
                List.of(
                        file -> SameVerdict.passed(ours.verify(SignedFile.of("bench.xml", file), List.of(), now)),
                        file -> SameVerdict.passed(theirs.about("bench.xml", file, now)),
                        Sha256::of,
                        file -> bare.signature()));
        lines.accept(new BenchLine(
                "kiểm XAdES nhỏ, 1 chữ ký", cost[0], "DSS", cost[1], BenchLine.Goal.TIMES_FASTER, TIMES_FASTER));
        lines.accept(BenchLine.named("  trần: SHA-256 cả tệp", cost[2]));
        lines.accept(BenchLine.named("  trần: kiểm một chữ ký (RSA-2048)", cost[3]));
    }

    private byte[] signed() throws SigningException {
        String xml = "<CongVan><So>" + ++made + "/BKHCN-VP</So><TrichYeu>Đo hiệu năng</TrichYeu><NoiDung>"
                + "Nội dung của văn bản. ".repeat(20) + "</NoiDung></CongVan>";
        SignXml signing = new SignXml(world.signers().getFirst());
        return signing.sign(signing.enveloped(xml.getBytes(StandardCharsets.UTF_8), now));
    }
}
