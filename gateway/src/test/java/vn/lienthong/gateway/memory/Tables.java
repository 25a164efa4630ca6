package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.opinion.Opinions;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.Seal;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.tray.GivenNumber;
import vn.lienthong.gateway.tray.StampedFile;
import vn.lienthong.gateway.webhook.Happening;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.WebhookSecret;

/** The rows of the record. They never change in place, so a transaction works on a copy that is cheap to drop. */
final class Tables {

    /** A dossier with what only the store knows about it. */
    record DossierRow(Dossier dossier, Look look, Set<DocumentId> awaits) {

        DossierRow with(Dossier changed) {
            return new DossierRow(changed, look, awaits);
        }

        DossierRow with(Look changed) {
            return new DossierRow(dossier, changed, awaits);
        }

        DossierRow awaiting(Set<DocumentId> missing) {
            return new DossierRow(dossier, look, Set.copyOf(missing));
        }
    }

    /**
     * When its signatures are looked at again.
     *
     * @param looks since there was reason to
     * @param unfinished that began and never ended
     */
    record Look(Instant next, int looks, int unfinished) {
        static final Look AT_ONCE = new Look(Instant.MIN, 0, 0);
    }

    /** A seal and what it covers, in order. */
    record SealRow(Seal seal, List<Entry> entries) {}

    /** A webhook and what its messages are signed with. */
    record WebhookRow(Webhook webhook, WebhookSecret secret) {

        WebhookRow with(Webhook changed) {
            return new WebhookRow(changed, secret);
        }
    }

    /** A message, and until when its attempt has it. */
    record MessageRow(Message message, Optional<Instant> leaseUntil) {

        boolean isLeased(Instant now) {
            return leaseUntil.filter(now::isBefore).isPresent();
        }
    }

    /** Who waits for another engine's opinion, or has it. */
    record OpinionRow(Instant due, int begun, Opinions.Kept kept) {}

    /** Bytes of a dossier as they came. */
    record Received(DossierId dossier, Sha256 digest) {}

    final Map<DossierId, DossierRow> dossiers = new LinkedHashMap<>();
    final Map<DossierId, Set<String>> lookedWith = new HashMap<>();
    final List<Submission> copies = new ArrayList<>();
    final Map<Received, Outgoing> outgoing = new LinkedHashMap<>();
    final Map<DeliveryId, Delivery> deliveries = new LinkedHashMap<>();
    final Map<DeliveryId, String> withdrawals = new LinkedHashMap<>();
    final List<Attempt> attempts = new ArrayList<>();
    final Map<DossierId, List<Entry>> entries = new LinkedHashMap<>();
    final List<SealRow> seals = new ArrayList<>();
    final Map<DossierId, Seals.Receipt> receipts = new LinkedHashMap<>();
    final List<Status> statuses = new ArrayList<>();
    final List<Alerts.Raised> alerts = new ArrayList<>();
    final Map<DossierId, OpinionRow> opinions = new LinkedHashMap<>();
    final List<StampedFile> stamps = new ArrayList<>();
    final List<GivenNumber> numbers = new ArrayList<>();
    final List<Happening> news = new ArrayList<>();
    final Map<WebhookId, WebhookRow> webhooks = new LinkedHashMap<>();
    final Map<UUID, MessageRow> messages = new LinkedHashMap<>();
    final Map<UUID, List<Message.Attempt>> webhookAttempts = new LinkedHashMap<>();
    private Optional<String> broken = Optional.empty();

    Tables copy() {
        Tables copy = new Tables();
        copy.dossiers.putAll(dossiers);
        lookedWith.forEach((id, able) -> copy.lookedWith.put(id, new HashSet<>(able)));
        copy.copies.addAll(copies);
        copy.outgoing.putAll(outgoing);
        copy.deliveries.putAll(deliveries);
        copy.withdrawals.putAll(withdrawals);
        copy.attempts.addAll(attempts);
        entries.forEach((dossier, chain) -> copy.entries.put(dossier, new ArrayList<>(chain)));
        copy.seals.addAll(seals);
        copy.receipts.putAll(receipts);
        copy.statuses.addAll(statuses);
        copy.alerts.addAll(alerts);
        copy.opinions.putAll(opinions);
        copy.stamps.addAll(stamps);
        copy.numbers.addAll(numbers);
        copy.news.addAll(news);
        copy.webhooks.putAll(webhooks);
        copy.messages.putAll(messages);
        webhookAttempts.forEach((message, all) -> copy.webhookAttempts.put(message, new ArrayList<>(all)));
        return copy;
    }

    /** A key or a reference of the database: who breaks it cannot commit any more, whatever it catches. */
    void require(boolean held, String rule) {
        if (!held) {
            broken = Optional.of(rule);
            throw new IllegalStateException(rule);
        }
    }

    Optional<String> broken() {
        return broken;
    }

    /** As the database orders ids; {@link java.util.UUID} itself compares signed halves. */
    static String order(DossierId id) {
        return id.toString();
    }

    static String order(DeliveryId id) {
        return id.toString();
    }
}
