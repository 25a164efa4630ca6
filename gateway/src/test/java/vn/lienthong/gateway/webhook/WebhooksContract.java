package vn.lienthong.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.InMemoryAccessEvents;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.reception.MovableClock;
import vn.lienthong.gateway.webhook.WebhookSender.Outcome;

/** What every {@link Webhooks} promises, and what is sent because of it: {@code bo} wrote to {@code so}. */
public abstract class WebhooksContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final WebhookSettings SETTINGS = new WebhookSettings(
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            5,
            Duration.ofHours(12),
            2,
            8,
            4,
            Duration.ofDays(1),
            Duration.ofMinutes(1));

    private final MovableClock clock = new MovableClock(NOW);
    private final List<Sent> sent = new ArrayList<>();
    private Outcome answer = new Outcome.Answered(200);
    private DossierId letter = new DossierId(UUID.randomUUID());

    private record Sent(URI address, Map<String, String> headers, String body) {}

    protected WebhooksContract(Stores stores) {
        super(stores);
    }

    @BeforeEach
    void registerAndWrite() {
        system("sys-bo", Right.SEND, "bo");
        system("sys-so", Right.COLLECT, "so");
        letter = keep(new DossierSketch("D-1"));
    }

    private void system(String systemId, Right right, String agency) {
        stores.systems()
                .save(
                        new ReceivingSystem(
                                systemId,
                                systemId,
                                CallerKind.AGENCY,
                                Duration.ofHours(24),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        new byte[] {1});
        stores.systems().grant(systemId, new Mandate(Sketch.id(agency), right, NOW, Optional.empty()));
    }

    private SendWebhooks sending() {
        return new SendWebhooks(
                stores.webhooks(),
                stores.systems(),
                new MayHear((caller, sender, systemId) -> caller.may(Right.SEND, sender, clock.instant())
                        || (systemId.equals(caller.systemId()) && caller.may(Right.TRANSIT, sender, clock.instant()))),
                (address, headers, body) -> {
                    sent.add(new Sent(address, headers, body));
                    return answer;
                },
                SETTINGS,
                new SendWebhooks.Running(
                        Runnable::run, new Semaphore(SETTINGS.atOnceInAll()), UUID::randomUUID, clock));
    }

    private static Webhook webhook(String systemId) {
        return Webhook.fresh(
                new WebhookId(UUID.randomUUID()),
                systemId,
                URI.create("https://" + systemId + ".example/tin"),
                Set.of(),
                Set.of(),
                NOW);
    }

    private Webhook added(String systemId) {
        return added(webhook(systemId));
    }

    private Webhook added(Webhook webhook) {
        assertThat(stores.webhooks().add(webhook, new byte[] {5, 6}, 3)).isTrue();
        return webhook;
    }

    private Delivery copy() {
        Delivery copy = new DeliverySketch(letter).delivery();
        write(transaction -> {
            transaction.deliveries().add(List.of(copy));
            TellNews.added(transaction, List.of(copy));
        });
        return copy;
    }

    private void round() {
        SendWebhooks sending = sending();
        sending.relay();
        sending.send();
    }

    private Webhook now(Webhook webhook) {
        return stores.webhooks().find(webhook.id()).orElseThrow();
    }

    private List<Message> messages(Webhook webhook) {
        return stores.webhooks().messages(webhook.id(), OptionalLong.empty(), 50);
    }

    @Test
    void aWebhookIsReadAsItWasMadeAndChanged() {
        Webhook made = added(Webhook.fresh(
                new WebhookId(UUID.randomUUID()),
                "sys-so",
                URI.create("https://so.example/a?b=1"),
                Set.of(EventType.DOCUMENT_ARRIVED, EventType.STATUS_ARRIVED),
                Set.of(Sketch.id("so")),
                NOW));
        assertThat(stores.webhooks().find(made.id())).contains(made);
        assertThat(stores.webhooks().of("sys-so")).containsExactly(made);
        assertThat(stores.webhooks().of("sys-bo")).isEmpty();
        Webhook changed = made.pointing(URI.create("https://so.example/c"), Set.of(), Set.of())
                .paused("vì thử");
        assertThat(stores.webhooks().change(made.id(), before -> changed)).contains(changed);
        assertThat(now(made)).isEqualTo(changed);
        assertThat(stores.webhooks().change(new WebhookId(UUID.randomUUID()), before -> before))
                .isEmpty();
        added("sys-so");
        added("sys-so");
        assertThat(stores.webhooks().add(webhook("sys-so"), new byte[] {1}, 3))
                .as("three are enough")
                .isFalse();
        assertThat(stores.webhooks().delete(made.id(), NOW)).isTrue();
        assertThat(stores.webhooks().delete(made.id(), NOW)).isFalse();
        assertThat(stores.webhooks().find(made.id())).isEmpty();
        assertThat(stores.webhooks().all()).hasSize(2);
        assertThat(stores.webhooks().secret(made.id())).isEmpty();
    }

    @Test
    void twoSecretsSignForAWhile() {
        Webhook webhook = added("sys-so");
        UUID id = UUID.randomUUID();
        WebhookSecret first = stores.webhooks().secret(webhook.id()).orElseThrow();
        assertThat(first.current()).containsExactly(5, 6);
        assertThat(stores.webhooks().rotate(webhook.id(), new byte[] {7}, NOW.plusSeconds(10)))
                .isTrue();
        WebhookSecret both = stores.webhooks().secret(webhook.id()).orElseThrow();
        String old = first.signatures(id, NOW, "{}");
        assertThat(both.signatures(id, NOW, "{}").split(" ")).hasSize(2).endsWith(old);
        assertThat(both.signatures(id, NOW.plusSeconds(10), "{}").split(" ")).hasSize(1);
        assertThat(stores.webhooks().rotate(new WebhookId(UUID.randomUUID()), new byte[] {7}, NOW))
                .isFalse();
    }

    @Test
    void newsReachWhomTheyConcernAndNobodyElse() {
        Webhook recipient = added("sys-so");
        Webhook sender = added("sys-bo");
        system("sys-la", Right.COLLECT, "la");
        Webhook stranger = added("sys-la");
        Delivery waiting = copy();
        Delivery handed =
                DeliverySketch.of(waiting).state(DeliveryState.HANDED_OVER).delivery();
        write(transaction -> TellNews.moved(transaction, waiting, handed, NOW));
        round();
        assertThat(sent).hasSize(2);
        assertThat(messages(stranger)).isEmpty();
        assertThat(messages(recipient)).singleElement().satisfies(message -> {
            assertThat(message.type()).isEqualTo(EventType.DOCUMENT_ARRIVED);
            assertThat(message.state()).isEqualTo(Message.State.DELIVERED);
            assertThat(message.body())
                    .contains("\"type\":\"document.arrived\"", "\"sequence\":1", letter.toString(), waiting.docId());
        });
        assertThat(messages(sender)).singleElement().satisfies(message -> assertThat(message.body())
                .contains("\"delivery.final\"", "\"HANDED_OVER\"", "\"to\":\"H01\"")
                .doesNotContain(waiting.docId()));
        assertThat(stores.webhooks().attempts(messages(sender).getFirst().id(), 5))
                .containsExactly(new Message.Attempt(1, NOW, Optional.of(200), "HTTP 200"));
        round();
        assertThat(sent).as("news are told once").hasSize(2);
    }

    @Test
    void aSignedMessageHasTheSameIdInEachAttempt() {
        Webhook webhook = added("sys-so");
        copy();
        answer = new Outcome.Answered(500);
        round();
        assertThat(now(webhook).standing().failures()).isEqualTo(1);
        assertThat(messages(webhook).getFirst().dueAt()).isEqualTo(NOW.plusSeconds(10));
        round();
        assertThat(sent).as("not before it is due").hasSize(1);
        clock.pass(Duration.ofSeconds(10));
        answer = new Outcome.Answered(204);
        round();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).headers().get("webhook-id"))
                .isEqualTo(sent.get(0).headers().get("webhook-id"));
        assertThat(sent.get(1).headers().get("webhook-signature"))
                .startsWith("v1,")
                .isNotEqualTo(sent.get(0).headers().get("webhook-signature"));
        assertThat(now(webhook).standing().failures()).isZero();
    }

    @Test
    void whatAFilterLeavesOutIsNotTold() {
        Webhook statuses = added(webhook("sys-so")
                .pointing(URI.create("https://x.example/"), Set.of(EventType.STATUS_ARRIVED), Set.of()));
        Webhook others =
                added(webhook("sys-so").pointing(URI.create("https://x.example/"), Set.of(), Set.of(Sketch.id("la"))));
        copy();
        round();
        assertThat(messages(statuses)).isEmpty();
        assertThat(messages(others)).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void aMandateThatEndedBeforeTheSendingWithholdsTheNews() {
        Webhook webhook = added("sys-so");
        copy();
        SendWebhooks sending = sending();
        sending.relay();
        stores.systems()
                .end("sys-so", new Mandate(Sketch.id("so"), Right.COLLECT, NOW, Optional.of(NOW.plusSeconds(1))));
        clock.pass(Duration.ofSeconds(1));
        sending.send();
        assertThat(sent).isEmpty();
        assertThat(messages(webhook).getFirst().state()).isEqualTo(Message.State.WITHHELD);
    }

    @Test
    void whoIsGoneIsPausedAtOnceAndAPersonHears() {
        Webhook webhook = added("sys-so");
        copy();
        answer = new Outcome.Answered(410);
        round();
        assertThat(now(webhook).pausedBecause())
                .hasValueSatisfying(why -> assertThat(why).contains("410"));
        assertThat(list(transaction -> transaction.alerts().open(10)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.kind()).isEqualTo("WEBHOOK_PAUSED");
                    assertThat(alert.text()).contains("sys-so", webhook.id().toString());
                });
        copy();
        clock.pass(Duration.ofHours(1));
        round();
        assertThat(sent).hasSize(1);
        assertThat(messages(webhook)).hasSize(2).allMatch(message -> message.state() == Message.State.WAITING);
        stores.webhooks().change(webhook.id(), paused -> paused.resumed(clock.instant()));
        answer = new Outcome.Answered(200);
        round();
        assertThat(messages(webhook)).allMatch(message -> message.state() == Message.State.DELIVERED);
    }

    @Test
    void whoTakesNothingForLongIsPausedAndAMessageAloneIsGivenUp() {
        Webhook webhook = added("sys-so");
        copy();
        answer = new Outcome.Unreached("timeout");
        for (int i = 0; i < SETTINGS.mostAttempts(); i++) {
            round();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(messages(webhook).getFirst().state()).isEqualTo(Message.State.GIVEN_UP);
        assertThat(now(webhook).isActive()).isTrue();
        clock.pass(Duration.ofHours(12));
        assertThat(stores.webhooks()
                        .redeliver(webhook.id(), messages(webhook).getFirst().id(), clock.instant()))
                .isTrue();
        round();
        assertThat(now(webhook).pausedBecause())
                .hasValueSatisfying(why -> assertThat(why).contains("không giao được"));
        assertThat(alerts()).containsExactly("WEBHOOK_PAUSED", "WEBHOOK_MESSAGE_GIVEN_UP");
        assertThat(now(webhook).pausedBecause())
                .as("its system does not learn what is behind an address")
                .hasValueSatisfying(
                        why -> assertThat(why).contains("không gọi được").doesNotContain("timeout"));
        assertThat(list(transaction -> transaction.alerts().open(10)))
                .as("operators do")
                .allSatisfy(alert -> assertThat(alert.text()).contains("timeout"));
    }

    private List<String> alerts() {
        return list(transaction -> transaction.alerts().open(10)).stream()
                .map(Alerts.Alert::kind)
                .toList();
    }

    private void fail(int rounds) {
        answer = new Outcome.Unreached("timeout");
        for (int i = 0; i < rounds; i++) {
            round();
            clock.pass(Duration.ofHours(1));
        }
    }

    @Test
    void oneAlertTellsOfAllThatIsGivenUpAndStaysBehindTheNextSuccess() {
        Webhook webhook = added("sys-so");
        copy();
        copy();
        fail(2 * SETTINGS.mostAttempts());
        assertThat(messages(webhook)).hasSize(2).allMatch(message -> message.state() == Message.State.GIVEN_UP);
        assertThat(alerts()).containsExactly("WEBHOOK_MESSAGE_GIVEN_UP");
        answer = new Outcome.Answered(200);
        copy();
        round();
        assertThat(messages(webhook)).anyMatch(message -> message.state() == Message.State.DELIVERED);
        assertThat(alerts()).as("two were not delivered").containsExactly("WEBHOOK_MESSAGE_GIVEN_UP");
    }

    @Test
    void whoResumesOrDeletesAWebhookEndsWhatWasSaidOfIt() {
        Webhook webhook = added("sys-so");
        copy();
        fail(SETTINGS.mostAttempts());
        assertThat(alerts()).containsExactly("WEBHOOK_MESSAGE_GIVEN_UP");
        ManageWebhooks managing = new ManageWebhooks(
                stores.webhooks(),
                stores.work(),
                new InMemoryAccessEvents(),
                new ManageWebhooks.Limits(3, Duration.ofHours(1)),
                UUID::randomUUID,
                new SecureRandom(),
                clock);
        Caller caller = stores.systems().credentials("sys-so").orElseThrow().caller();
        assertThat(managing.redeliver(
                        caller, webhook.id(), messages(webhook).getFirst().id()))
                .isTrue();
        assertThat(alerts()).as("sent again").isEmpty();
        fail(SETTINGS.mostAttempts());
        assertThat(alerts()).containsExactly("WEBHOOK_MESSAGE_GIVEN_UP");
        managing.resume(stores.systems().credentials("sys-so").orElseThrow().caller(), webhook.id());
        assertThat(alerts()).isEmpty();
    }

    @Test
    void whatIsWantedAnewIsTriedAsOftenAsAFreshMessage() {
        Webhook webhook = added("sys-so");
        copy();
        fail(SETTINGS.mostAttempts());
        Message lost = messages(webhook).getFirst();
        assertThat(stores.webhooks().redeliver(webhook.id(), lost.id(), clock.instant()))
                .isTrue();
        round();
        Message again = messages(webhook).getFirst();
        assertThat(again.state()).isEqualTo(Message.State.WAITING);
        assertThat(again.attempts()).isEqualTo(SETTINGS.mostAttempts() + 1);
        assertThat(again.dueAt())
                .as("after the first delay")
                .isEqualTo(clock.instant().plusSeconds(10));
        assertThat(stores.webhooks().attempts(lost.id(), 50)).hasSize(SETTINGS.mostAttempts() + 1);
    }

    @Test
    void aTrialOfAPausedOrFullWebhookIsNotKept() {
        Webhook webhook = added("sys-so");
        for (int i = 0; i < SETTINGS.mostWaiting(); i++) {
            assertThat(sending().ping(webhook.id())).isPresent();
        }
        assertThat(sending().ping(webhook.id())).isEmpty();
        Webhook paused = added("sys-so");
        stores.webhooks().change(paused.id(), before -> before.paused("vì thử"));
        assertThat(sending().ping(paused.id())).isEmpty();
        assertThat(messages(paused)).isEmpty();
        assertThat(now(paused).standing().sequence()).isZero();
    }

    @Test
    void aCopyThatIsGivenUpForNowIsToldOnce() {
        Webhook sender = added("sys-bo");
        Delivery waiting = copy();
        Delivery dead = DeliverySketch.of(waiting).state(DeliveryState.DEAD).delivery();
        write(transaction -> TellNews.moved(transaction, waiting, dead, NOW));
        write(transaction -> TellNews.moved(transaction, dead, dead, NOW));
        round();
        assertThat(messages(sender)).singleElement().satisfies(message -> assertThat(message.body())
                .contains("\"delivery.dead\"", "\"DEAD\"", "\"to\":\"H01\""));
    }

    @Test
    void aMandateToCarryForAnotherSenderTellsNothingOfThisOne() {
        stores.systems().end("sys-bo", new Mandate(Sketch.id("bo"), Right.SEND, NOW, Optional.of(NOW)));
        stores.systems().grant("sys-bo", new Mandate(Sketch.id("la"), Right.TRANSIT, NOW, Optional.empty()));
        Webhook carrier = added("sys-bo");
        write(transaction -> TellNews.decided(transaction, letter, DossierState.ACCEPTED, NOW));
        round();
        assertThat(messages(carrier)).isEmpty();
        stores.systems().grant("sys-bo", new Mandate(Sketch.id("bo"), Right.TRANSIT, NOW, Optional.empty()));
        write(transaction -> TellNews.decided(transaction, letter, DossierState.ACCEPTED, NOW));
        round();
        assertThat(messages(carrier)).hasSize(1);
    }

    @Test
    void anAttemptThatWasBrokenOffIsMadeAgainAndItsLateEndChangesNothing() {
        Webhook webhook = added("sys-so");
        copy();
        sending().relay();
        Message lost =
                stores.webhooks().take(clock.instant(), SETTINGS.lease(), 2, 8).getFirst();
        round();
        assertThat(sent).isEmpty();
        clock.pass(SETTINGS.lease());
        round();
        assertThat(sent).hasSize(1);
        stores.webhooks().end(lost, current -> {
            throw new IllegalStateException("asked after its time");
        });
        assertThat(messages(webhook).getFirst().state()).isEqualTo(Message.State.DELIVERED);
        assertThat(messages(webhook).getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void oneWebhookHasItsPlacesOnlyAndOneThatFailsHasOne() {
        Webhook slow = added("sys-so");
        Webhook other = added("sys-so");
        Stream.generate(this::copy).limit(3).forEach(copy -> assertThat(copy).isNotNull());
        sending().relay();
        List<Message> first = stores.webhooks().take(NOW, SETTINGS.lease(), 2, 8);
        assertThat(first.stream().filter(message -> message.webhook().equals(slow.id())))
                .extracting(Message::sequence)
                .containsExactly(1L, 2L);
        assertThat(first.stream().filter(message -> message.webhook().equals(other.id())))
                .hasSize(2);
        assertThat(stores.webhooks().take(NOW, SETTINGS.lease(), 2, 8)).isEmpty();
        AfterAttempt after = new AfterAttempt(SETTINGS);
        first.stream().filter(message -> message.webhook().equals(slow.id())).forEach(message -> stores.webhooks()
                .end(message, current -> after.decide(current, message, new Outcome.Answered(503), NOW)));
        assertThat(now(slow).standing().failures()).isEqualTo(2);
        Instant later = NOW.plusSeconds(20);
        assertThat(stores.webhooks().take(later, SETTINGS.lease(), 2, 8).stream()
                        .filter(message -> message.webhook().equals(slow.id())))
                .hasSize(1);
    }

    @Test
    void moreThanMayWaitAreDroppedAndTheirNumbersTell() {
        Webhook webhook = added("sys-so");
        Stream.generate(this::copy).limit(6).forEach(copy -> assertThat(copy).isNotNull());
        sending().relay();
        assertThat(messages(webhook)).hasSize(SETTINGS.mostWaiting());
        assertThat(now(webhook).standing().sequence()).isEqualTo(6);
        assertThat(now(webhook).standing().dropped()).isEqualTo(2);
        sending().send();
        sending().send();
        copy();
        sending().relay();
        assertThat(messages(webhook).getFirst().sequence()).isEqualTo(7);
        assertThat(stores.webhooks().messages(webhook.id(), OptionalLong.of(3), 1))
                .extracting(Message::sequence)
                .containsExactly(2L);
    }

    @Test
    void whereNobodyListensNothingIsKeptAndOldMessagesGo() {
        copy();
        Webhook webhook = added("sys-so");
        round();
        assertThat(sent).isEmpty();
        Message ping = sending().ping(webhook.id()).orElseThrow();
        assertThat(ping.sequence()).isEqualTo(1);
        assertThat(stores.webhooks().message(webhook.id(), ping.id())).contains(ping);
        assertThat(stores.webhooks().message(new WebhookId(UUID.randomUUID()), ping.id()))
                .isEmpty();
        sending().send();
        assertThat(sent.getFirst().body()).contains("\"ping\"");
        assertThat(stores.webhooks().redeliver(webhook.id(), ping.id(), clock.instant()))
                .isTrue();
        assertThat(stores.webhooks().redeliver(new WebhookId(UUID.randomUUID()), ping.id(), clock.instant()))
                .isFalse();
        sending().send();
        assertThat(sent).hasSize(2);
        clock.pass(SETTINGS.keep().plusSeconds(1));
        sending().forget();
        assertThat(messages(webhook)).isEmpty();
        assertThat(sending().ping(new WebhookId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void newsGoWithTheTransactionThatMakesThem() {
        Webhook webhook = added("sys-bo");
        try {
            write(transaction -> {
                TellNews.decided(transaction, letter, DossierState.ACCEPTED, NOW);
                throw new IllegalStateException("power cut");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("power cut");
        }
        round();
        assertThat(messages(webhook)).isEmpty();
        write(transaction -> TellNews.decided(transaction, letter, DossierState.ACCEPTED, NOW));
        round();
        assertThat(messages(webhook)).hasSize(1);
    }
}
