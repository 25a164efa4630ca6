package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.gateway.signature.form.AgencySealForm;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.AddProof;
import vn.lienthong.gateway.signature.making.DrawnPdf;
import vn.lienthong.gateway.signature.making.PreparedFile;
import vn.lienthong.gateway.signature.making.SignInLine;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.routes.command.demo.BenchWorld;

/**
 * Many PDFs signed so that it is seen, by a key in one session, beside what that session signs with nothing around it: wall time of
 * both, in the same run. Each result is verified before it counts.
 */
final class BenchBatch {
    /** At least 80 % of the session's own rate. */
    private static final double TIMES_THE_KEY = 1.25;

    private static final int DOCUMENT_BYTES = 100 << 10;
    private static final int RESERVED_BYTES = 8 * 1024;
    private static final int ATTRIBUTES_BYTES = 200;
    private static final int MOST_BARE = 500;
    private static final int WARM = 64;
    /** Three handfuls, as many as are under way at a time: a thousand letters of a large size need no more memory. */
    private static final int DIFFERENT = 48;

    private final BenchWorld world;
    private final Instant now;
    private final SignVisibly signing = new SignVisibly(FormSettings.standard());
    private int made;

    BenchBatch(BenchWorld world, Instant now) {
        this.world = world;
        this.now = now;
    }

    void run(BenchSigning.Named named, int count, Consumer<BenchLine> lines) throws Exception {
        SigningKey key = named.key();
        batch(key, letters(Math.min(WARM, count)));
        List<byte[]> letters = letters(count);
        int bare = Math.min(MOST_BARE, count);
        // Before and behind: what else the machine does meanwhile meets both.
        double before = bare(key, bare);
        double each = batch(key, letters);
        double behind = bare(key, bare);
        // A key in memory is as fast as the processors that draw: it says nothing of a session's rate.
        boolean session = named.session();
        lines.accept(new BenchLine(
                "ký loạt " + count + " PDF 100 KB, hiện hình, " + named.name() + " (đồng hồ)",
                each,
                session ? "khóa ký không thôi (đồng hồ)" : "",
                session ? (before + behind) / 2 : 0,
                session ? BenchLine.Goal.TIMES_THE_COST : BenchLine.Goal.NAMED,
                session ? TIMES_THE_KEY : 0,
                true));
        if (!session) {
            lines.accept(new BenchLine(
                    "  trần: khóa ký không thôi (đồng hồ)",
                    (before + behind) / 2,
                    "",
                    0,
                    BenchLine.Goal.NAMED,
                    0,
                    true));
        }
    }

    private List<byte[]> letters(int count) throws SigningException {
        List<byte[]> letters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            letters.add(i < DIFFERENT ? world.letter(DOCUMENT_BYTES, 0, ++made) : letters.get(i % DIFFERENT));
        }
        return letters;
    }

    private static double bare(SigningKey key, int count) throws SigningException {
        byte[] attributes = new byte[ATTRIBUTES_BYTES];
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            key.sign(attributes, key.usualAlgorithm());
        }
        return (System.nanoTime() - begin) / 1e3 / count;
    }

    private double batch(SigningKey key, List<byte[]> letters) throws InterruptedException {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        List<String> faults = new ArrayList<>();
        long begin = System.nanoTime();
        boolean whole = new SignInLine<>(key, new Letters(key), threads).sign(letters, fault -> {
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        });
        long end = System.nanoTime();
        if (!whole || !faults.isEmpty()) {
            throw new BenchFailed("ký loạt: " + faults.size() + " tệp không ký được, " + faults.getFirst());
        }
        return (end - begin) / 1e3 / letters.size();
    }

    /** Empty where it is signed, else why not. */
    private final class Letters implements SignInLine.Work<byte[], String> {
        private final SigningKey key;

        private Letters(SigningKey key) {
            this.key = key;
        }

        @Override
        public long bytes(byte[] pdf) {
            return pdf.length;
        }

        @Override
        public void begun(byte[] pdf) {}

        @Override
        public SignInLine.Ready<String> prepare(byte[] pdf) {
            AgencySealForm form =
                    new AgencySealForm(Optional.empty(), "Bộ Khoa học và Công nghệ", new Place(1, 110, 200, 36, 36));
            SignatureDetails details = new SignatureDetails("Người ký", "Ban hành", now, RESERVED_BYTES);
            try {
                return new SignInLine.Ready.Waiting<>(new DrawnPdf(
                        signing, pdf, signing.prepare(pdf, key.chain(), any -> form, details), AddProof.NONE, now));
            } catch (SigningException unfit) {
                return new SignInLine.Ready.Over<>(String.valueOf(unfit));
            }
        }

        @Override
        public String complete(byte[] pdf, PreparedFile prepared, byte[] value) {
            try {
                return prepared.complete(value).length > pdf.length ? "" : "too short";
            } catch (SigningException | IOException wrong) {
                return String.valueOf(wrong);
            }
        }

        @Override
        public String failed(byte[] pdf, SigningException why) {
            return String.valueOf(why);
        }

        @Override
        public String notTried(byte[] pdf) {
            return "key lost";
        }

        @Override
        public String stumbled(byte[] pdf, Throwable over) {
            return String.valueOf(over);
        }
    }
}
