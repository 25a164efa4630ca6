package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.RegistrationTerms;
import vn.lienthong.gateway.access.SecondPerson;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffId;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.gateway.desk.HandOffs;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.seal.SystemSignatures;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.IncomingNumber;
import vn.lienthong.gateway.tray.StampedFile;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.SendWebhooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.gateway.webhook.Webhooks;

/** What the victim has: a document that it sent, one that waits for it, a status about the first, and what people work at. */
final class Targets {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** An account that nobody but an administrator may touch. */
    static final String PERSON = "cua.nan.nhan";

    private static final String ADDRESS = "https://news.example/of-the-victim";

    private final House house;
    final String sentNumber = Papers.number();
    final String receivedNumber = Papers.number();
    final String sent;
    final String sentDocId;
    final String received;
    final String copy;
    final String status;
    final UUID sentDelivery;
    final UUID receivedDelivery;
    final Draft draft;
    final AskedToSign asked;
    private final HandOff handOff;
    final long alert;
    final long request;
    final long unmatched;
    final long proposal;
    final WebhookId webhook = new WebhookId(new UUID(6, 0x6666_6666_6666_6666L));

    /** Another one, since the victim deletes its own when it tries whether it may. */
    private final WebhookId seenByOperators = new WebhookId(new UUID(7, 0x7777_7777_7777_7777L));

    final String message;

    Targets(House house, Visitors visitors) {
        this.house = house;
        JsonNode mine = hand(visitors.victim(), "documents", Papers.secret(House.VICTIM, House.PARTNER, sentNumber));
        sent = mine.get("id").asString();
        sentDocId = mine.get("docId").asString();
        received = hand(visitors.partner(), "documents", Papers.secret(House.PARTNER, House.VICTIM, receivedNumber))
                .get("id")
                .asString();
        hand(visitors.partner(), "statuses", status("03", House.PARTNER, House.VICTIM, sentNumber));
        copy = firstWaiting(visitors, "document");
        status = firstWaiting(visitors, "status");
        sentDelivery = delivery(sent);
        receivedDelivery = delivery(received);
        draft = Draft.begun(new DraftId(new UUID(5, 5)), house.agency(House.VICTIM), "USER:thu.thu", house.now());
        house.part(Drafts.class).add(draft);
        asked = new AskedToSign(house);
        handOff = handOff();
        stamp();
        alert = alert();
        house.part(RegistrationRequests.class)
                .add(new RegistrationRequests.Request(0, house.now(), "sys-victim", "registerAgency", Papers.SUBJECT));
        request = house.part(RegistrationRequests.class).open(1).getFirst().id();
        hand(visitors.victim(), "statuses", Papers.status("03", House.VICTIM, House.PARTNER, "không có"));
        unmatched = number("select max(id) from status where dossier_id is null");
        proposal = house.part(SecondPerson.class)
                .propose(
                        new ProposedAct.CloseAgency(
                                request, new RegistrationTerms.Closing(House.VICTIM, "2030-01-01", "")),
                        Papers.SUBJECT,
                        "USER:ai.do",
                        "thử")
                .id();
        message = webhook();
    }

    /** The victim's clerk is about to sign at his desk. */
    private HandOff handOff() {
        Sha256 pdf = Sha256.of(Papers.CONTENT.getBytes(StandardCharsets.UTF_8));
        HandOff open = new HandOff(
                new HandOffId(new UUID(9, 9)),
                DeskPurpose.DRAFT_SEAL,
                draft.id() + " 0 0",
                "USER:thu.thu",
                new StoredBytes(pdf, 1),
                "van-ban.pdf",
                Set.of(pdf),
                house.now(),
                house.now().plus(Duration.ofMinutes(10)),
                HandOffState.OPEN,
                Optional.empty(),
                "");
        Sha256 secret = Sha256.of("nobody knows".getBytes(StandardCharsets.UTF_8));
        house.part(HandOffs.class).open(open, secret, pdf);
        return open;
    }

    /** Tells the victim's system of news; gives what is on its way there. */
    private String webhook() {
        Webhook made = Webhook.fresh(webhook, "sys-victim", URI.create(ADDRESS), Set.of(), Set.of(), house.now());
        house.part(Webhooks.class).add(made, new byte[32], 1);
        Webhook seen = Webhook.fresh(
                seenByOperators,
                "sys-victim",
                URI.create("https://victim.example/operators"),
                Set.of(EventType.DOCUMENT_VERIFIED),
                Set.of(),
                house.now());
        house.part(Webhooks.class).add(seen, new byte[32], 2);
        return house.part(SendWebhooks.class).ping(webhook).orElseThrow().id().toString();
    }

    /** What came has the victim's incoming stamp on it. */
    private void stamp() {
        try (Spool spool = house.part(Vault.class).open()) {
            spool.write(Papers.CONTENT.getBytes(StandardCharsets.UTF_8));
            StoredBytes bytes = spool.keep();
            house.part(UnitOfWork.class).inTransaction(transaction -> transaction
                    .stamps()
                    .add(new StampedFile(
                            new UUID(7, 7),
                            new DeliveryId(receivedDelivery),
                            house.agency(House.VICTIM),
                            new IncomingNumber(1, ""),
                            LocalDate.of(2026, 11, 2),
                            Papers.SUBJECT,
                            "a.pdf",
                            bytes,
                            "USER:thu.thu",
                            house.now())));
            house.part(SystemSignatures.class)
                    .add(new SystemSignatures.Made(
                            bytes,
                            "sys-victim",
                            house.agency(House.VICTIM),
                            SignatureForm.PADES,
                            "a.pdf",
                            house.now(),
                            LastingLevel.B));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] status(String code, String from, String to, String number) {
        return Papers.status(code, from, to, Papers.documentId(to, number));
    }

    private JsonNode hand(Shown who, String what, byte[] packet) {
        HttpResponse<String> answer = house.send(
                who.http(),
                HttpRequest.newBuilder(house.services("/api/v1/" + what))
                        .header("Authorization", "Bearer " + who.token().orElseThrow())
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(packet))
                        .build());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }

    private String firstWaiting(Visitors visitors, String kind) {
        HttpResponse<String> answer = house.send(
                house.plain(),
                HttpRequest.newBuilder(house.services("/api/v1/deliveries?kind=" + kind))
                        .header(
                                "Authorization",
                                "Bearer " + visitors.victim().token().orElseThrow())
                        .build());
        return MAPPER.readTree(answer.body()).get("items").get(0).get("docId").asString();
    }

    private UUID delivery(String dossier) {
        return house.part(UnitOfWork.class)
                .reading(transaction -> transaction.deliveries().of(new DossierId(UUID.fromString(dossier))))
                .getFirst()
                .id()
                .value();
    }

    private long alert() {
        house.part(UnitOfWork.class).inTransaction(transaction -> {
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(
                            house.now(),
                            "DELIVERY_DEAD",
                            Optional.of(new DossierId(UUID.fromString(received))),
                            Optional.empty(),
                            Papers.SUBJECT));
            return true;
        });
        return number("select max(id) from alert");
    }

    private long number(String query) {
        return house.part(Jdbi.class)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** The ids that stand for a variable of an address, by what stands before it; most telling first. */
    List<String> ids(String before) {
        return switch (before) {
            case "/api/v1/documents/", "/dossiers/" -> List.of(sent, received);
            case "/api/v1/deliveries/" -> List.of(copy, status, sentDocId);
            case "/deliveries/" -> List.of(receivedDelivery.toString(), sentDelivery.toString());
            case "/in-tray/" -> List.of(receivedDelivery.toString());
            case "/out-tray/" -> List.of(sent);
            case "/out-tray/drafts/" -> List.of(draft.id().toString());
            case "/approvals/" -> List.of(asked.request.toString());
            case "/approvals/batches/" -> List.of(asked.batch.toString());
            case "/alerts/" -> List.of(Long.toString(alert));
            case "/requests/" -> List.of(Long.toString(request));
            case "/statuses/" -> List.of(Long.toString(unmatched));
            case "/proposals/" -> List.of(Long.toString(proposal));
            case "/people/" -> List.of(PERSON);
            case "/systems/" -> List.of("sys-victim");
            // Who has a real one is let in: it is tried as who guesses.
            case "/invite/", "/ky-tai-may/" -> List.of("1".repeat(43));
            case "/desk/" -> List.of(handOff.id().toString());
            case "/api/v1/webhooks/" -> List.of(webhook.toString());
            case "/webhooks/" -> List.of(seenByOperators.toString());
            case "/api/v1/agencies/" -> List.of(House.VICTIM);
            case "/api/v1/errors/" -> List.of("NOT_FOUND");
            case "/api/v1/signatures/" ->
                List.of(Sha256.of(Papers.CONTENT.getBytes(StandardCharsets.UTF_8))
                        .hex());
            default ->
                throw new IllegalArgumentException("variable behind " + before
                        + " (expected: a place that Targets.ids knows; add what the victim has there)");
        };
    }

    /** Ids at the doors of systems, whatever they name. */
    List<String> transportIds() {
        return List.of(copy, status, sentDocId);
    }

    /** Every transport id and key by which a stranger could tell that something is there. */
    List<String> telling() {
        return List.of(Papers.SUBJECT, Papers.CONTENT, sent, sentDocId, received, copy, status, ADDRESS);
    }

    /** Another document comes for the victim. */
    void anotherArrives(Visitors visitors) {
        hand(visitors.partner(), "documents", Papers.secret(House.PARTNER, House.VICTIM, Papers.number()));
    }

    /** Whose webhooks have messages, of those that were asked to tell of the victim. */
    List<String> whoIsTold() {
        return texts("select distinct w.system_id from webhook_message m join webhook w on w.id = m.webhook_id"
                + " where w.address like '%/strangers'");
    }

    /** All that is on record about the victim's things. */
    List<String> onRecord() {
        List<String> rows = new ArrayList<>();
        Map<String, String> queries = Map.of(
                "dossier", "select id || state || coalesce(hold, '') from dossier where id in (%s)",
                "delivery",
                        "select id || state || taken || dispatch || failures || coalesce(agency::text, '') from"
                                + " delivery where dossier_id in (%s)",
                "entry", "select dossier_id || ' ' || sequence || event || hash from entry where dossier_id in (%s)",
                "status", "select id || code from status where dossier_id in (%s)");
        String documents = "'" + sent + "', '" + received + "'";
        queries.values().forEach(query -> rows.addAll(texts(query.formatted(documents))));
        rows.addAll(texts("select row_to_json(d)::text from draft d"));
        rows.addAll(texts("select row_to_json(a)::text from alert a where id = " + alert));
        rows.addAll(texts("select row_to_json(r)::text from registration_request r where id = " + request));
        rows.addAll(texts("select row_to_json(s)::text from status s where id = " + unmatched));
        rows.addAll(texts("select row_to_json(p)::text from proposal p where id = " + proposal));
        rows.addAll(texts("select row_to_json(a)::text from account a where username = '" + PERSON + "'"));
        rows.addAll(texts("select row_to_json(i)::text from account_invite i"));
        rows.addAll(texts("select address || types::text || agencies::text || coalesce(paused_because, '')"
                + " || encode(secret, 'hex') || coalesce(deleted_at::text, '') from webhook where id = '" + webhook
                + "'"));
        rows.addAll(texts("select 'told ' || count(*) from webhook_message where webhook_id = '" + webhook + "'"
                + " and type = 'PING'"));
        rows.addAll(texts("select 'sent ' || count(*) from dossier where sender_code = '" + House.VICTIM + "'"));
        rows.addAll(texts("select 'said ' || count(*) from status where from_code = '" + House.VICTIM + "'"));
        return rows.stream().sorted().toList();
    }

    private List<String> texts(String query) {
        return house.part(Jdbi.class)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
