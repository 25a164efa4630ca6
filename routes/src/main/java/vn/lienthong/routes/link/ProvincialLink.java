package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Calls neighbours in the dialect of provincial platforms, through the one bounded client. Each call carries a token, our id
 * and our secret there; where the token does not count any more (401), one new login and one new call are made.
 */
public final class ProvincialLink implements NeighbourWire {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final int UNAUTHORIZED = 401;

    /** Clocks differ, and a list may lag behind what is in it. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final OutboundHttp http;
    private final Neighbours neighbours;
    private final ProvincialLogins logins;
    private final ListedByDay days = new ListedByDay();
    private final AxisBounds bounds;
    private final Reach reach;
    private final Clock clock;

    /**
     * How far calls go.
     *
     * @param longestAnswer bytes of an answer that is no document
     * @param lookBack what is listed is asked for from so long ago
     * @param lastReached when a neighbour's lists were last gone through: what came since is asked for, however long ago that was
     * @param unread days of a neighbour's lists that could not be read so far: they are asked for, however long ago they were
     */
    public record Reach(
            int longestAnswer,
            Duration lookBack,
            Function<String, Optional<Instant>> lastReached,
            BiFunction<String, MessageKind, Set<LocalDate>> unread) {}

    /**
     * A link to all platforms.
     *
     * @param http its own bound on a request is at least the longest of {@code bounds}; closed with this
     */
    public ProvincialLink(OutboundHttp http, Neighbours neighbours, AxisBounds bounds, Reach reach, Clock clock) {
        this.http = http;
        this.neighbours = neighbours;
        this.logins = new ProvincialLogins(neighbours, clock);
        this.bounds = bounds;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public Dated probe(Neighbour neighbour) throws IOException, InterruptedException {
        return call(
                neighbour,
                "getAgenciesList",
                bounds.call(),
                ProvincialLink::get,
                answer -> new Dated(reply(answer), answer.header("Date")));
    }

    @Override
    public List<AxisUnit> units(Neighbour neighbour) throws IOException, InterruptedException {
        AxisReply reply = probe(neighbour).reply();
        if (reply instanceof AxisReply.Ok ok) {
            return ok.data().flatMap(line -> AxisUnit.of(line).stream()).toList();
        }
        throw new IOException("getAgenciesList: " + reply.text());
    }

    /** Platforms list what was ticked off too. */
    @Override
    public Received received(Neighbour neighbour, MessageKind kind) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Instant usual = now.minus(reach.lookBack());
        Instant from = reach.lastReached()
                .apply(neighbour.systemId())
                .map(last -> last.minus(OVERLAP))
                .filter(usual::isAfter)
                .orElse(usual);
        return days.received(
                neighbour,
                kind,
                new ListedByDay.Days(
                        LocalDate.ofInstant(from, VIETNAM),
                        LocalDate.ofInstant(now, VIETNAM),
                        reach.unread().apply(neighbour.systemId(), kind)),
                now,
                (first, last) -> listed(neighbour, kind, first, last));
    }

    /** Empty where the list is too long to be read whole. */
    private Optional<List<AxisListed>> listed(Neighbour neighbour, MessageKind kind, LocalDate from, LocalDate to)
            throws IOException, InterruptedException {
        String query = "?messageType=" + NeighbourWire.wireName(kind) + "&fromDate=" + encoded(DATE.format(from))
                + "&toDate=" + encoded(DATE.format(to));
        Optional<AxisReply> reply =
                call(neighbour, "syncReceivedEdocList" + query, bounds.call(), ProvincialLink::get, this::whole);
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        return switch (reply.get()) {
            case AxisReply.Ok ok ->
                Optional.of(ok.data()
                        .filter(ProvincialLink::waits)
                        .flatMap(line -> AxisListed.of(line).stream())
                        .toList());
            case AxisReply.Refused refused -> throw new IOException("syncReceivedEdocList: " + refused.text());
            case AxisReply.Unreadable unreadable -> throw new IOException("syncReceivedEdocList: " + unreadable.text());
        };
    }

    private static boolean waits(JsonNode line) {
        return !line.path("status").asString("").strip().equalsIgnoreCase("done");
    }

    @Override
    public AxisReply report(Neighbour neighbour, String docId, String status) throws IOException, InterruptedException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("docId", docId);
        body.put("status", status);
        return call(
                neighbour,
                "updateStatus",
                bounds.call(),
                () -> HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body))),
                this::reply);
    }

    /**
     * Hands a packet over. The dialect has no place for recipients that narrow the packet's: they stand in a text {@code to}
     * beside the file, which other gateways of ours understand and a platform passes over.
     */
    @Override
    public AxisReply send(Neighbour neighbour, Handed handed) throws IOException, InterruptedException {
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("messageType", NeighbourWire.wireName(handed.kind()));
        if (!handed.to().isEmpty()) {
            beside.put(
                    "to",
                    MAPPER.writeValueAsString(
                            handed.to().stream().map(AgencyCode::text).toList()));
        }
        return call(
                neighbour,
                "sendEdoc",
                bounds.upload(),
                () -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder()
                            .header("Content-Type", handed.file().contentType())
                            .POST(handed.file().body("edocFile", beside));
                    handed.hop().ifPresent(station -> request.header(OutgoingBytes.Copy.TRACE_HEADER, station));
                    return request;
                },
                this::reply);
    }

    @Override
    public <T> Download<T> download(Neighbour neighbour, String docId, Copying<T> copying)
            throws IOException, InterruptedException {
        return call(neighbour, "getEdoc?docId=" + encoded(docId), bounds.download(), ProvincialLink::get, answer -> {
            KeptBeginning body = new KeptBeginning(answer.body(), reach.longestAnswer());
            Optional<InputStream> packet = answer.status() == 200 ? PacketInJson.find(body) : Optional.empty();
            if (packet.isEmpty()) {
                return new Download.NotGiven<>(ProvincialReply.of(answer.status(), body.whole()));
            }
            body.letGo();
            return new Download.Came<>(copying.copy(packet.get()));
        });
    }

    /**
     * One call with whatever logins it takes.
     *
     * @param whole within which all of it ends: an attempt that outlived its lease would be made a second time meanwhile
     */
    private <T> T call(
            Neighbour neighbour,
            String operation,
            Duration whole,
            Supplier<HttpRequest.Builder> request,
            OutboundHttp.Reading<T> reading)
            throws IOException, InterruptedException {
        if (!(neighbour.dialect() instanceof Dialect.Provincial dialect)) {
            throw new IllegalArgumentException("dialect: " + neighbour.dialect() + " (expected: provincial)");
        }
        Deadline deadline = Deadline.in(whole);
        String token = token(neighbour, dialect, deadline);
        Optional<T> first = attempt(
                neighbour,
                operation,
                signed(neighbour, request.get(), token).timeout(deadline.left()),
                answer -> answer.status() == UNAUTHORIZED ? Optional.empty() : Optional.of(reading.read(answer)));
        if (first.isPresent()) {
            return first.get();
        }
        logins.forget(neighbour, token);
        String other = token(neighbour, dialect, deadline);
        return attempt(
                neighbour, operation, signed(neighbour, request.get(), other).timeout(deadline.left()), reading);
    }

    private <T> T attempt(
            Neighbour neighbour, String operation, HttpRequest.Builder request, OutboundHttp.Reading<T> reading)
            throws IOException, InterruptedException {
        return http.send(address(neighbour, operation), request, bounds.call(), reading);
    }

    private String token(Neighbour neighbour, Dialect.Provincial dialect, Deadline deadline)
            throws IOException, InterruptedException {
        return logins.token(
                neighbour,
                dialect,
                login -> attempt(
                        neighbour,
                        "auth/login?allow_anonymous=true",
                        login.timeout(deadline.left(bounds.call())),
                        this::reply));
    }

    private HttpRequest.Builder signed(Neighbour neighbour, HttpRequest.Builder request, String token)
            throws IOException {
        byte[] secret = neighbours
                .ownSecret(neighbour.systemId())
                .orElseThrow(() -> new IOException("neighbour " + neighbour.systemId() + ": disabled"));
        return request.header("Authorization", "Bearer " + token)
                .header("X-SystemId", neighbour.ownSystemId())
                .header("X-SecretKey", text(secret))
                .header("Accept", "application/json");
    }

    private AxisReply reply(OutboundHttp.Incoming answer) throws IOException {
        return ProvincialReply.of(answer.status(), beginning(answer));
    }

    /** Empty where there is more of it than is read. */
    private Optional<AxisReply> whole(OutboundHttp.Incoming answer) throws IOException {
        byte[] read = beginning(answer);
        return read.length < reach.longestAnswer()
                ? Optional.of(ProvincialReply.of(answer.status(), read))
                : Optional.empty();
    }

    private byte[] beginning(OutboundHttp.Incoming answer) throws IOException {
        byte[] read = answer.body().readNBytes(reach.longestAnswer());
        if (read.length < reach.longestAnswer()) {
            answer.body().close();
        }
        return read;
    }

    private static HttpRequest.Builder get() {
        return HttpRequest.newBuilder().GET();
    }

    static String text(byte[] secret) {
        return new String(secret, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI address(Neighbour neighbour, String operation) {
        String base = neighbour.address().toString().replaceFirst("/+$", "");
        return URI.create((base.endsWith("/v1") ? base : base + "/v1") + "/" + operation);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
