package vn.lienthong.gateway.seal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.signature.making.SignatureForm;

/**
 * What is written down about the use of agencies' keys: before one is asked, and what came of it. A key that cannot be used is
 * told to the operators once, until it works again.
 */
public final class SealJournal {

    static final String KIND = "SEAL_UNUSABLE";

    private static final Logger LOG = LoggerFactory.getLogger(SealJournal.class);
    private static final int NUMBER_LENGTH = 8;

    private final AccessEvents events;
    private final UnitOfWork work;
    private final BeginLasting lasting;
    private final Clock clock;
    private final Map<AgencyId, Boolean> usable = new ConcurrentHashMap<>();

    /** @param lasting takes up what was signed: from there on it gets its timestamp, and lasts */
    public SealJournal(AccessEvents events, UnitOfWork work, BeginLasting lasting, Clock clock) {
        this.events = events;
        this.work = work;
        this.lasting = lasting;
        this.clock = clock;
    }

    void asked(SealOrder order, AgencySeal seal, SealBy by, byte[] toBeSigned) {
        note(AccessAct.SEAL_ASKED, by, about(order, seal) + ", to be signed " + Sha256.of(toBeSigned));
    }

    void sealed(SealOrder order, AgencySeal seal, SealBy by, StoredBytes bytes, Instant at) {
        sealed(order, seal, by, new SealPdf.Outcome.Sealed(bytes, seal, at), nothing -> {});
    }

    /** Whatever is written down of one seal is so in one transaction: nobody's timestamp is awaited for what nobody can fetch. */
    void sealed(SealOrder order, AgencySeal seal, SealBy by, SealPdf.Outcome.Sealed sealed, SealPdf.Along along) {
        events.together(() -> {
            along.record(sealed);
            if (lasts(order)) {
                lasting.begin(new BeginLasting.Signed(
                        order.agency(), order.shape().kind(), by.subject(), order.name(), sealed.bytes(), sealed.at()));
            }
            note(
                    AccessAct.SEALED,
                    by,
                    about(order, seal) + " → " + sealed.bytes().digest());
            return sealed;
        });
        toldLater(order);
    }

    /** It is sealed whatever becomes of the alert: that is closed by the next one else. */
    private void toldLater(SealOrder order) {
        try {
            told(order, true, "");
        } catch (RuntimeException fault) {
            usable.remove(order.agency());
            LOG.error("seal of {}: used, and its alert could not be closed", order.agency(), fault);
        }
    }

    /** Only PDFs are taken further by themselves. */
    static boolean lasts(SealOrder order) {
        return order.shape().form() == SignatureForm.PADES;
    }

    void failed(SealOrder order, AgencySeal seal, SealBy by, Exception why) {
        note(AccessAct.SEAL_FAILED, by, about(order, seal) + ": " + why.getMessage());
    }

    /** What was sealed did not become part of anything. */
    void unused(SealBy by, StoredBytes bytes, String why) {
        note(AccessAct.SEAL_UNUSED, by, bytes.digest() + ": " + why);
    }

    void takenOff(SealBy by, StoredBytes sealed, StoredBytes before) {
        note(AccessAct.UNSEALED, by, sealed.digest() + " → " + before.digest());
    }

    /** A file that brought the drawing down: the clerk reads that it is damaged, an administrator finds where. */
    void fault(SealOrder order, RuntimeException fault) {
        LOG.error(
                "seal of {}: {} cannot be drawn on", order.agency(), order.pdf().digest(), fault);
    }

    /** Names a trouble by a number, which a clerk can tell, and writes the whole of it where an administrator reads. */
    String unusable(SealOrder order, Exception why) {
        Instant now = clock.instant();
        String number = Sha256.of((order.agency() + " " + now).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, NUMBER_LENGTH)
                .toUpperCase(Locale.ROOT);
        LOG.error("seal of {} ({}): cannot be used, number {}", order.agency(), order.signer(), number, why);
        told(order, false, number);
        return number;
    }

    private void told(SealOrder order, boolean usableNow, String number) {
        Boolean before = usable.put(order.agency(), usableNow);
        if (before != null && before == usableNow) {
            return;
        }
        Instant now = clock.instant();
        String about = "Khóa con dấu của " + order.signer() + " (" + order.agency() + ")";
        work.inTransaction(transaction -> {
            int closed = transaction
                    .alerts()
                    .closeAll(
                            KIND,
                            about,
                            new Alerts.Closing(now, "gateway", "Khóa vừa được dùng lại, hoặc lỗi đã khác."));
            if (!usableNow) {
                String text = about + " không dùng được, số " + number
                        + ": tìm số này trong nhật ký của chương trình, rồi kiểm tra thiết bị, mã PIN và chứng thư.";
                transaction.alerts().raise(new Alerts.Alert(now, KIND, Optional.empty(), Optional.empty(), text));
            }
            return closed;
        });
    }

    private void note(AccessAct act, SealBy by, String detail) {
        events.add(new AccessEvent(clock.instant(), by.actor(), act, by.subject(), detail));
    }

    private static String about(SealOrder order, AgencySeal seal) {
        return order.agency() + ", certificate " + seal.certificate().facts().certificate() + ", " + order.name()
                + ", SHA-256 " + order.pdf().digest();
    }
}
