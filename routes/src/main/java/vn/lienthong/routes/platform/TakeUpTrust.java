package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.CarryOut.CannotCarryOut;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.access.TrustDecisions.Decided;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Takes what was decided about trust up into this node's trust folder, each decision once and in its order. How far it came
 * lies in the folder too; where that is lost, or speaks of a record that is no longer there, all is taken up anew, which
 * leaves the same files. Safe for many threads and processes.
 */
public final class TakeUpTrust {

    /** How far the folder has come: the number and what it was. */
    static final String MARK = ".decided";

    private static final Logger LOG = LoggerFactory.getLogger(TakeUpTrust.class);
    private static final String LOCK = ".lock";
    private static final int AT_A_TIME = 100;

    /** Of all folders of this process: a lock of a file is the process's, not the thread's. */
    private static final Object ONE = new Object();

    private final Path folder;
    private final TrustDecisions decisions;
    private final TrustActs acts;
    private String told = "";

    TakeUpTrust(Path folder, TrustDecisions decisions) {
        this.folder = folder;
        this.decisions = decisions;
        this.acts = new TrustActs(folder);
    }

    /** Does it; what cannot be done is told once, and tried again the next time. Gives what stands in the way, or nothing. */
    public String takeUp() {
        synchronized (ONE) {
            long from = mark();
            List<Decided> open = decisions.after(from, AT_A_TIME);
            if (open.isEmpty()) {
                return "";
            }
            try {
                Files.createDirectories(folder);
                locked(() -> open.forEach(this::take));
                told = "";
            } catch (IOException | UncheckedIOException | CannotCarryOut | StartRefused cannot) {
                tell(folder + ": " + cannot.getMessage());
            }
            return told;
        }
    }

    private void locked(Runnable work) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                work.run();
            }
        }
    }

    /** Another process may have been here since the look: what it took up is not taken back. */
    private void take(Decided decided) {
        if (mark() >= decided.id()) {
            return;
        }
        acts.apply(decided.act());
        try {
            TrustActs.keep(text(decided).getBytes(StandardCharsets.US_ASCII), folder, MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info(
                "trust decision {} taken up: {}, {}",
                decided.id(),
                decided.act().kind(),
                decided.actors());
    }

    private long mark() {
        try {
            String text = Files.readString(folder.resolve(MARK), StandardCharsets.US_ASCII);
            long id = Long.parseLong(text.substring(0, Math.max(0, text.indexOf(' '))));
            return decisions
                    .find(id)
                    .filter(decided -> text(decided).equals(text))
                    .map(Decided::id)
                    .orElse(0L);
        } catch (IOException | NumberFormatException none) {
            return 0;
        }
    }

    private static String text(Decided decided) {
        String what = decided.act().digest() + " " + decided.at();
        return decided.id() + " "
                + Sha256.of(what.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private void tell(String reason) {
        if (!told.equals(reason)) {
            told = reason;
            LOG.error("trust decision not taken up, tried again every few seconds: {}", reason);
        }
    }
}
