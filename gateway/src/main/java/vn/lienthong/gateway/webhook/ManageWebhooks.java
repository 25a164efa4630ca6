package vn.lienthong.gateway.webhook;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** What a system does with its webhooks. Those of others are not there for it. */
public final class ManageWebhooks {

    private static final int SECRET_BYTES = 32;

    private final Webhooks webhooks;
    private final UnitOfWork work;
    private final AccessEvents journal;
    private final Limits limits;
    private final Supplier<UUID> ids;
    private final SecureRandom random;
    private final Clock clock;

    public ManageWebhooks(
            Webhooks webhooks,
            UnitOfWork work,
            AccessEvents journal,
            Limits limits,
            Supplier<UUID> ids,
            SecureRandom random,
            Clock clock) {
        this.journal = journal;
        this.webhooks = webhooks;
        this.work = work;
        this.limits = limits;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Bounds.
     *
     * @param perSystem webhooks of one system
     * @param overlap how long a secret counts after the next one was made
     */
    public record Limits(int perSystem, Duration overlap) {}

    /** A secret, which is told this once. */
    public record Made(Webhook webhook, String secret) {}

    /** Makes one; empty when the system has as many as it may. */
    public Optional<Made> add(Caller caller, URI address, Set<EventType> types, Set<AgencyId> agencies) {
        byte[] secret = secret();
        Webhook webhook =
                Webhook.fresh(new WebhookId(ids.get()), caller.systemId(), address, types, agencies, clock.instant());
        return journal.together(() -> {
            if (!webhooks.add(webhook, secret, limits.perSystem())) {
                return Optional.empty();
            }
            note(caller, AccessAct.WEBHOOK_ADDED, webhook);
            return Optional.of(new Made(webhook, WebhookSecret.text(secret)));
        });
    }

    private void note(Caller caller, AccessAct act, Webhook webhook) {
        String detail = webhook.id().value() + ", " + webhook.address().getHost();
        journal.add(new AccessEvent(clock.instant(), caller.actor(), act, webhook.systemId(), detail));
    }

    public List<Webhook> of(Caller caller) {
        return webhooks.of(caller.systemId());
    }

    public Optional<Webhook> find(Caller caller, WebhookId id) {
        return webhooks.find(id).filter(webhook -> webhook.systemId().equals(caller.systemId()));
    }

    /** How much of it is to be another; what is empty stays. */
    public record Wishes(Optional<URI> address, Optional<Set<EventType>> types, Optional<Set<AgencyId>> agencies) {}

    public Optional<Webhook> change(Caller caller, WebhookId id, Wishes wishes) {
        return journal.together(() -> changed(caller, id, wishes));
    }

    private Optional<Webhook> changed(Caller caller, WebhookId id, Wishes wishes) {
        Optional<Webhook> changed = find(caller, id)
                .flatMap(known -> webhooks.change(
                        id,
                        current -> current.pointing(
                                wishes.address().orElse(current.address()),
                                wishes.types().orElse(current.types()),
                                wishes.agencies().orElse(current.agencies()))));
        changed.ifPresent(webhook -> note(caller, AccessAct.WEBHOOK_CHANGED, webhook));
        return changed;
    }

    /** Sends nothing until it is resumed; news are kept meanwhile. */
    public Optional<Webhook> pause(Caller caller, WebhookId id) {
        return find(caller, id)
                .flatMap(known -> webhooks.change(id, current -> current.paused("hệ thống yêu cầu tạm dừng")));
    }

    public Optional<Webhook> resume(Caller caller, WebhookId id) {
        Instant now = clock.instant();
        Optional<Webhook> resumed =
                find(caller, id).flatMap(known -> webhooks.change(id, current -> current.resumed(now)));
        resumed.ifPresent(webhook -> settle(webhook, caller, "hệ thống mở lại", now));
        return resumed;
    }

    /** An operator has it send again, for whoever runs its system; who and why stays on record with what was said of it. */
    public Optional<Webhook> resume(WebhookId id, String actor, String reason) {
        Instant now = clock.instant();
        Optional<Webhook> resumed = webhooks.change(id, current -> current.resumed(now));
        resumed.ifPresent(webhook -> work.inTransaction(transaction -> {
            // Also where nothing was said: one that its own system had paused.
            transaction
                    .alerts()
                    .raiseOnce(
                            new Alerts.Alert(
                                    now,
                                    AfterAttempt.PAUSED,
                                    Optional.empty(),
                                    Optional.empty(),
                                    AfterAttempt.start(webhook) + "được người vận hành mở lại."),
                            AfterAttempt.start(webhook));
            return true;
        }));
        resumed.ifPresent(webhook -> settle(webhook, new Alerts.Closing(now, actor, reason)));
        return resumed;
    }

    /** Sends a message again; what was said of it is settled by that. False when it is being sent now. */
    public boolean redeliver(Caller caller, WebhookId id, UUID message) {
        Instant now = clock.instant();
        Optional<Webhook> known = find(caller, id);
        if (known.isEmpty() || !webhooks.redeliver(id, message, now)) {
            return false;
        }
        Alerts.Closing closing = new Alerts.Closing(now, caller.actor(), "hệ thống yêu cầu gửi lại");
        work.inTransaction(transaction ->
                transaction.alerts().closeAll(AfterAttempt.GIVEN_UP, AfterAttempt.start(known.get()), closing));
        return true;
    }

    public boolean delete(Caller caller, WebhookId id) {
        return journal.together(() -> deleted(caller, id));
    }

    private boolean deleted(Caller caller, WebhookId id) {
        Instant now = clock.instant();
        Optional<Webhook> known = find(caller, id);
        known.ifPresent(webhook -> settle(webhook, caller, "hệ thống bỏ webhook", now));
        boolean deleted = known.isPresent() && webhooks.delete(id, now);
        if (deleted) {
            note(caller, AccessAct.WEBHOOK_REMOVED, known.get());
        }
        return deleted;
    }

    private void settle(Webhook webhook, Caller caller, String reason, Instant now) {
        settle(webhook, new Alerts.Closing(now, caller.actor(), reason));
    }

    private void settle(Webhook webhook, Alerts.Closing closing) {
        work.inTransaction(
                transaction -> transaction.alerts().closeAll(AfterAttempt.PAUSED, AfterAttempt.start(webhook), closing)
                        + transaction.alerts().closeAll(AfterAttempt.GIVEN_UP, AfterAttempt.start(webhook), closing));
    }

    /** Another secret; the one before counts for a while beside it. */
    public Optional<Made> rotate(Caller caller, WebhookId id) {
        return journal.together(() -> rotated(caller, id, secret()));
    }

    private Optional<Made> rotated(Caller caller, WebhookId id, byte[] secret) {
        return find(caller, id)
                .filter(known -> webhooks.rotate(id, secret, clock.instant().plus(limits.overlap())))
                .map(known -> {
                    note(caller, AccessAct.WEBHOOK_SECRET_RENEWED, known);
                    return new Made(known, WebhookSecret.text(secret));
                });
    }

    /** How long the secret before counts. */
    public Duration overlap() {
        return limits.overlap();
    }

    private byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}
