package vn.lienthong.gateway.dossier.opinion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * Takes a document into custody about which two engines disagree: copies that have not left wait for an operator, an attempt that
 * is under way waits as soon as it ends without success. What left cannot be held; story and alert say so.
 */
final class HoldDisputed {

    private static final String ACTOR = "gateway";
    private static final String REASON = "hai bộ kiểm tra chữ ký kết luận khác nhau";

    private HoldDisputed() {}

    static void hold(Transaction transaction, DossierId id, List<ComparedSignature> compared, Instant now) {
        // Copies before the dossier, as everybody locks them.
        List<Delivery> copies = TakeIntoCustody.copies(transaction, id);
        Dossier dossier = transaction.dossiers().locked(id).orElseThrow();
        if (dossier.state() == DossierState.REFUSED) {
            return;
        }
        String disputed = disputed(compared);
        TakeIntoCustody.Custody custody =
                new TakeIntoCustody(REASON, ACTOR).take(transaction, dossier, dossier.marks(), copies, disputed, now);
        boolean held = custody.held();
        List<String> left = custody.left();
        Facts facts =
                Facts.with("reason", REASON + ": " + disputed).and("held", held).and("left", left);
        transaction.entries().append(id, now, EvidenceEvent.OPINIONS_DIFFER, ACTOR, facts.json());
        transaction.alerts().raise(alert(dossier, disputed, held, left, now));
    }

    private static String disputed(List<ComparedSignature> compared) {
        return compared.stream()
                .filter(one -> one.standing() == ComparedSignature.Standing.DISAGREES)
                .map(one -> one.file() + " (" + one.field() + "): cổng "
                        + one.ours() + ", DSS "
                        + (one.theirs().isEmpty()
                                ? "không thấy chữ ký"
                                : (one.theirs() + " " + one.theirReason()).strip()))
                .collect(Collectors.joining("; "));
    }

    private static Alerts.Alert alert(Dossier dossier, String disputed, boolean held, List<String> left, Instant now) {
        String stay = held ? "Văn bản đang bị giữ, chờ người quyết định." : "Văn bản không giữ lại được.";
        String gone = left.isEmpty() ? "" : " Đã chuyển tới " + String.join(", ", left) + ": hãy báo nơi nhận.";
        return new Alerts.Alert(
                now,
                "SECOND_OPINION_DISAGREES",
                Optional.of(dossier.id()),
                Optional.empty(),
                "Văn bản " + dossier.facts().symbol() + ": " + REASON + ", " + disputed + ". " + stay + gone
                        + " Hãy kiểm tra tệp bằng phần mềm khác.");
    }
}
