package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.CarryOut.CannotCarryOut;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.access.TrustDecisions.Decided;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Takes what was decided about trust up into this node's trust folder. Of several decisions about one certificate only the
 * last counts; each certificate stands by itself, so that one which cannot be written holds up no other, and is tried again. How
 * far the folder came lies in it too; where that is lost all is taken up anew, which leaves the same files. Safe for
 * many threads and processes.
 */
public final class TakeUpTrust {

    private static final Logger LOG = LoggerFactory.getLogger(TakeUpTrust.class);
    private static final String LOCK = ".lock";
    private static final int AT_A_TIME = 100;

    /** Of all folders of this process: a lock of a file is the process's, not the thread's. */
    private static final Object ONE = new Object();

    private final Path folder;
    private final TrustDecisions decisions;
    private final TrustActs acts;
    private final TrustMark mark;
    private String told = "";

    TakeUpTrust(Path folder, TrustDecisions decisions) {
        this.folder = folder;
        this.decisions = decisions;
        this.acts = new TrustActs(folder);
        this.mark = new TrustMark(folder, decisions);
    }

    /** Does it; what cannot be done is told once, and tried again the next time. Gives what stands in the way, or nothing. */
    public String takeUp() {
        synchronized (ONE) {
            if (waiting().isEmpty()) {
                told = "";
                return "";
            }
            try {
                Files.createDirectories(folder);
                tell(locked());
            } catch (IOException | UncheckedIOException cannot) {
                tell(folder + ": " + cannot.getMessage());
            }
            return told;
        }
    }

    /** Decisions that this folder has not taken up, in their order, at most a hundred that it has not looked at. Changes nothing. */
    List<Decided> waiting() {
        TrustMark.Standing standing = mark.read();
        List<Decided> all = new ArrayList<>(standing.open());
        all.addAll(decisions.after(standing.number(), AT_A_TIME));
        return all;
    }

    private String locked() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return lock.isValid() ? takeAll() : "";
        }
    }

    /** Looked at under the lock: another process may have been here, and what it took up is not taken back. */
    private String takeAll() throws IOException {
        TrustMark.Standing before = mark.read();
        List<Decided> waiting = waiting();
        List<Decided> open = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Decided decided : lastOfEach(waiting)) {
            take(decided).ifPresent(reason -> {
                open.add(decided);
                reasons.add("quyết định số " + decided.id() + ": " + reason);
            });
        }
        Optional<Decided> last = waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getLast());
        Optional<Decided> upTo = last.filter(one -> one.id() > before.number()).or(before::upTo);
        TrustMark.Standing now = new TrustMark.Standing(upTo, open);
        if (!now.equals(before)) {
            mark.keep(now);
        }
        return String.join("; ", reasons);
    }

    /** What was decided about a certificate earlier is overtaken, whether it could be done or not. */
    private static List<Decided> lastOfEach(List<Decided> all) {
        Map<String, Decided> last = new LinkedHashMap<>();
        for (Decided decided : all) {
            String about = about(decided.act());
            last.remove(about);
            last.put(about, decided);
        }
        return List.copyOf(last.values());
    }

    private static String about(ProposedAct act) {
        return switch (act) {
            case ProposedAct.AddTrust add ->
                add.branch() + " "
                        + Sha256.of(Base64.getDecoder().decode(add.certificate()))
                                .hex();
            case ProposedAct.RemoveTrust remove -> remove.branch() + " " + remove.fingerprint();
            case ProposedAct.ImportTable table -> throw TrustActs.notTrust(table);
            case ProposedAct.CloseAgency closing -> throw TrustActs.notTrust(closing);
        };
    }

    private Optional<String> take(Decided decided) {
        try {
            acts.apply(decided.act());
        } catch (UncheckedIOException | CannotCarryOut | StartRefused cannot) {
            return Optional.of(String.valueOf(cannot.getMessage()));
        }
        LOG.info(
                "trust decision {} taken up: {}, {}",
                decided.id(),
                decided.act().kind(),
                decided.actors());
        return Optional.empty();
    }

    private void tell(String reason) {
        if (!told.equals(reason)) {
            told = reason;
            if (reason.isEmpty()) {
                LOG.info("trust decisions: all taken up again");
            } else {
                LOG.error("trust decision not taken up, tried again every few seconds: {}", reason);
            }
        }
    }
}
