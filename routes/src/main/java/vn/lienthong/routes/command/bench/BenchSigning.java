package vn.lienthong.routes.command.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.gateway.signature.form.AgencySealForm;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.routes.command.demo.BenchWorld;

/** Our signing, shown and not, beside a bare incremental save of PDFBox with the key's own work. */
final class BenchSigning {
    private static final double TIMES_BARE = 1.5;
    private static final int SMALL_BYTES = 100 << 10;

    private final BenchWorld world;
    private final MeasureFresh measure;
    private final Instant now;
    private final SignVisibly shown = new SignVisibly(FormSettings.standard());
    private final Optional<Picture> picture = Optional.of(SealPicture.make());
    private int made;

    BenchSigning(BenchWorld world, MeasureFresh measure, Instant now) {
        this.world = world;
        this.measure = measure;
        this.now = now;
    }

    /**
     * A key and what it is called.
     *
     * @param session whether it lies elsewhere, and works in a session of its own
     */
    record Named(String name, SigningKey key, boolean session) {
        Named(String name, SigningKey key) {
            this(name, key, false);
        }
    }

    void run(Named named, Consumer<BenchLine> lines) throws Exception {
        SigningKey key = named.key();
        byte[] attributes = new byte[200];
        double[] cost = measure.of(
                () -> world.letter(SMALL_BYTES, 0, ++made),
                List.of(
                        file -> visible(file, key, Optional.empty()),
                        file -> visible(file, key, picture),
                        file -> new SignPdf().sign(file, key, details()),
                        file -> BareSigning.sign(file, key, now),
                        file -> key.sign(attributes, key.usualAlgorithm())));
        List<String> looks = List.of("hiện hình", "hiện hình có ảnh", "không hiện hình");
        for (int i = 0; i < looks.size(); i++) {
            lines.accept(new BenchLine(
                    "ký PDF 100 KB, " + looks.get(i) + ", " + named.name(),
                    cost[i],
                    BareSigning.NAME,
                    cost[3],
                    BenchLine.Goal.TIMES_THE_COST,
                    TIMES_BARE));
        }
        lines.accept(BenchLine.named("  trần: khóa ký", cost[4]));
    }

    private SignatureDetails details() {
        return new SignatureDetails("Người ký", "Ban hành", now, BareSigning.RESERVED_BYTES);
    }

    private void visible(byte[] file, SigningKey key, Optional<Picture> look) throws SigningException {
        AgencySealForm form = new AgencySealForm(look, "Bộ Khoa học và Công nghệ", new Place(1, 110, 200, 36, 36));
        shown.sign(file, key, form, details());
    }
}
