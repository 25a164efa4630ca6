package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/**
 * Proposes fields for a PDF, if that can be done in little time and memory; else proposes nothing, and the clerk types.
 */
public final class ReadProposals {

    private static final Logger LOG = LoggerFactory.getLogger(ReadProposals.class);

    private final Vault vault;
    private final ExecutorService readers;
    private final Limits limits;

    /**
     * What one file may cost.
     *
     * @param maxBytes of a file that is read at all
     * @param maxUnfoldedBytes that its streams may inflate to together
     * @param patience how long a clerk is kept waiting
     */
    public record Limits(long maxBytes, long maxUnfoldedBytes, Duration patience) {}

    /**
     * Reads files of a vault.
     *
     * @param readers few threads and no queue: a file that takes for ever takes one of them, not the gateway
     */
    public ReadProposals(Vault vault, ExecutorService readers, Limits limits) {
        this.vault = vault;
        this.readers = readers;
        this.limits = limits;
    }

    public DraftFields read(StoredBytes pdf) {
        if (pdf.length() > limits.maxBytes()) {
            return DraftFields.EMPTY;
        }
        try {
            Future<DraftFields> reading = readers.submit(() -> propose(pdf));
            try {
                return reading.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                reading.cancel(true);
            }
        } catch (RejectedExecutionException | TimeoutException tooMuch) {
            LOG.info("pdf {}: no proposals in time", pdf.digest());
        } catch (ExecutionException unreadable) {
            LOG.info("pdf {}: no proposals, {}", pdf.digest(), String.valueOf(unreadable.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DraftFields.EMPTY;
    }

    private DraftFields propose(StoredBytes pdf) throws IOException {
        byte[] bytes;
        try (InputStream in = vault.read(pdf.digest())) {
            bytes = in.readAllBytes();
        }
        if (!new PdfBulk(limits.maxUnfoldedBytes()).isModest(bytes)) {
            return DraftFields.EMPTY;
        }
        PdfPages.Text text = PdfPages.read(bytes);
        return ProposeFields.from(text.first(), text.last());
    }
}
