package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * The signed receipt of a document: that we have it since when, byte for byte, for whom, and which entry of our evidence
 * says so. Made from what is committed, when it is first asked for, and kept from then on.
 */
public final class MakeReceipt {

    private final UnitOfWork work;
    private final Seals seals;
    private final EvidenceSigner signer;
    private final Clock clock;

    public MakeReceipt(UnitOfWork work, Seals seals, EvidenceSigner signer, Clock clock) {
        this.work = work;
        this.seals = seals;
        this.signer = signer;
        this.clock = clock;
    }

    /** Empty when there is no such dossier. */
    public Optional<Seals.Receipt> receipt(DossierId id) {
        return seals.receipt(id).or(() -> make(id));
    }

    private record Committed(Dossier dossier, Entry first) {}

    private Optional<Seals.Receipt> make(DossierId id) {
        Optional<Committed> committed = work.inTransaction(transaction -> transaction
                .dossiers()
                .find(id)
                .map(dossier ->
                        new Committed(dossier, transaction.entries().of(id).getFirst())));
        return committed.map(found -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            String content = content(found, now);
            byte[] signature = signer.sign(content.getBytes(StandardCharsets.UTF_8), now);
            return seals.keep(id, new Seals.Receipt(now, content, signature));
        });
    }

    private static String content(Committed committed, Instant now) {
        Dossier dossier = committed.dossier();
        Entry first = committed.first();
        List<String> recipients = dossier.recipients().stream()
                .map(recipient -> recipient.code().text())
                .toList();
        return Facts.with("format", ReceiptContent.FORMAT)
                .and("event", first.term())
                .and("dossier", dossier.id())
                .and("documentId", dossier.key().documentId())
                .and("action", dossier.key().action())
                .and("sender", dossier.senderCode().text())
                .and("senderDocId", dossier.senderDocId())
                .and("receivedAt", dossier.receivedAt())
                .and("bytesSha256", dossier.bytes().digest().hex())
                .and("bytesLength", dossier.bytes().length())
                .and("contentSha256", dossier.contentDigest().hex())
                .and("recipients", recipients)
                .and("entrySequence", first.sequence())
                .and("entryAt", first.at())
                .and("entrySha256", first.hash().hex())
                .and("madeAt", now)
                .json();
    }
}
