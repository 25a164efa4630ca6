package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.seal.SealPdf.Outcome;
import vn.lienthong.gateway.seal.SealPdf.Stop;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.key.SigningException;

/** Files that are worked on lie in memory, a few at once; what comes of them lies in the vault. */
final class FilesInTurn {

    private final Vault vault;
    private final SealPdf.Limits limits;
    private final SealJournal journal;
    private final Semaphore places;
    private final Semaphore apart;

    FilesInTurn(Vault vault, SealPdf.Limits limits, SealJournal journal) {
        this.vault = vault;
        this.limits = limits;
        this.journal = journal;
        this.places = new Semaphore(limits.atOnce(), true);
        this.apart = new Semaphore(limits.atOnce(), true);
    }

    /** What is done with a file in memory. */
    interface Work<T> {
        T with(byte[] pdf) throws IOException, SigningException, Stop;
    }

    /** Waits for a place, and works on the file there. */
    <T> T inTurn(SealOrder order, Duration patience, Work<T> work) throws IOException, Stop {
        int most = limits.files().maximumBytes();
        if (order.pdf().length() > most) {
            throw refused(
                    order,
                    ErrorCode.SIGNING_FILE_TOO_LARGE,
                    "PDF: " + order.pdf().length() + " bytes (expected: at most " + most + ")");
        }
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stop(new Outcome.Busy());
            }
            try (InputStream in = order.pdf().open()) {
                return with(order, in.readNBytes(most), work);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(new Outcome.Busy());
        }
    }

    /** Work that has its file already and may wait for an authority: in as many places of its own, so that the others go on. */
    <T> T apart(SealOrder order, Duration patience, Work<T> work) throws IOException, Stop {
        try {
            if (!apart.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stop(new Outcome.Busy());
            }
            try {
                return with(order, new byte[0], work);
            } finally {
                apart.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(new Outcome.Busy());
        }
    }

    private <T> T with(SealOrder order, byte[] pdf, Work<T> work) throws IOException, Stop {
        try {
            return work.with(pdf);
        } catch (RefusedToSign refused) {
            throw new Stop(new Outcome.Refused(refused.findings()));
        } catch (SigningException unfit) {
            throw new Stop(new Outcome.Unfit(String.valueOf(unfit.getMessage())));
        } catch (RuntimeException fault) {
            // A stranger's bytes found a fault of the program that draws: the file is not signed, and nothing stops.
            journal.fault(order, fault);
            throw refused(order, ErrorCode.SIGNING_FILE_DAMAGED, "PDF: " + fault + " (expected: a sound file)");
        }
    }

    private static Stop refused(SealOrder order, ErrorCode code, String text) {
        return new Stop(new Outcome.Refused(List.of(Finding.error(code, order.name(), text))));
    }

    /** Into the vault, where it survives a power cut. */
    StoredBytes keep(byte[] sealed) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(sealed);
            StoredBytes bytes = spool.keep();
            vault.sync(bytes);
            return bytes;
        }
    }
}
