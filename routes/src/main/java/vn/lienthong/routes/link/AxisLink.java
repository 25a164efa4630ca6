package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Calls neighbours in the axis dialect, through the one bounded client. Each call is sent once; whether to send it again is
 * its caller's to decide. Whoever cannot be reached is an {@link IOException}; what was answered is an {@link AxisReply}.
 */
public final class AxisLink implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String JSON = "application/json";

    private final OutboundHttp http;
    private final Neighbours neighbours;
    private final AxisBounds bounds;
    private final int longestAnswer;
    private final Clock clock;

    /**
     * @param http its own bound on a request is at least the longest of {@code bounds}; closed with this
     * @param longestAnswer bytes of an answer that is no document
     */
    public AxisLink(OutboundHttp http, Neighbours neighbours, AxisBounds bounds, int longestAnswer, Clock clock) {
        this.http = http;
        this.neighbours = neighbours;
        this.bounds = bounds;
        this.longestAnswer = longestAnswer;
        this.clock = clock;
    }

    /**
     * An answer with the neighbour's own time.
     *
     * @param date the header {@code Date}
     */
    public record Dated(AxisReply reply, Optional<String> date) {}

    /** A call that carries no document, such as {@code getAgenciesList}. */
    public Dated call(Neighbour neighbour, String operation, Map<String, String> parameters)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = sign(neighbour, parameters, Optional.of(JSON))
                .timeout(bounds.call())
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        return http.send(
                address(neighbour, operation),
                request,
                bounds.call(),
                answer -> new Dated(reply(answer, answer.body()), answer.header("Date")));
    }

    /** What the neighbour lists for us. */
    List<AxisListed> received(Neighbour neighbour, MessageKind kind) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", wireName(kind));
        AxisReply reply = call(neighbour, "getReceivedEdocList", parameters).reply();
        return switch (reply) {
            case AxisReply.Ok ok ->
                ok.data().flatMap(line -> AxisListed.of(line).stream()).toList();
            case AxisReply.Refused refused -> throw new IOException("getReceivedEdocList: " + refused.text());
            case AxisReply.Unreadable unreadable -> throw new IOException("getReceivedEdocList: " + unreadable.text());
        };
    }

    /**
     * The agencies that the neighbour knows: by the list that tells of ended ones too, else by the plain one.
     *
     * @throws IOException when it has neither for us
     */
    public List<AxisUnit> units(Neighbour neighbour) throws IOException, InterruptedException {
        List<AxisUnit> synchronised =
                units(call(neighbour, "getSynchronizeUnit", Map.of()).reply());
        if (!synchronised.isEmpty()) {
            return synchronised;
        }
        AxisReply plain = call(neighbour, "getAgenciesList", Map.of()).reply();
        if (plain instanceof AxisReply.Ok) {
            return units(plain);
        }
        throw new IOException("getAgenciesList: " + plain.text());
    }

    private static List<AxisUnit> units(AxisReply reply) {
        return switch (reply) {
            case AxisReply.Ok ok ->
                ok.data().flatMap(line -> AxisUnit.of(line).stream()).toList();
            case AxisReply.Refused refused -> List.of();
            case AxisReply.Unreadable unreadable -> List.of();
        };
    }

    /** Reports {@code done} or {@code fail}. */
    AxisReply report(Neighbour neighbour, String docId, String status) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("docId", docId);
        parameters.put("status", status);
        return call(neighbour, "updateStatus", parameters).reply();
    }

    /**
     * Hands a file over.
     *
     * @param to recipients that narrow the packet's; empty means all of them
     * @param hop the last station, where the packet's trace does not hold it
     */
    AxisReply send(
            Neighbour neighbour,
            AgencyCode from,
            MessageKind kind,
            List<AgencyCode> to,
            AxisFile file,
            Optional<String> hop)
            throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from.text());
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", wireName(kind));
        if (!to.isEmpty()) {
            parameters.put(
                    "to",
                    MAPPER.writeValueAsString(to.stream().map(AgencyCode::text).toList()));
        }
        parameters.put("hash-file", file.digest().hex());
        HttpRequest.Builder request = sign(neighbour, parameters, Optional.of(file.contentType()))
                .timeout(bounds.upload())
                .POST(file.body());
        hop.ifPresent(station -> request.header(OutgoingBytes.Copy.TRACE_HEADER, station));
        return http.send(
                address(neighbour, "sendEdoc"),
                request,
                silence(bounds.upload()),
                answer -> reply(answer, answer.body()));
    }

    /** Reads a copy while it comes in. */
    @FunctionalInterface
    interface Copying<T> {
        T copy(InputStream content) throws IOException;
    }

    /** What became of a download. */
    sealed interface Download<T> {

        record Came<T>(T copied) implements Download<T> {}

        /** An answer came in place of the document. */
        record NotGiven<T>(AxisReply reply) implements Download<T> {}
    }

    /** Fetches a copy, on another thread than the caller's. */
    <T> Download<T> download(Neighbour neighbour, String docId, Copying<T> copying)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = sign(neighbour, Map.of("docId", docId), Optional.empty())
                .timeout(bounds.download())
                .GET();
        return http.send(address(neighbour, "downloadEdoc"), request, silence(bounds.download()), answer -> {
            FirstByte content = new FirstByte(answer.body());
            boolean given = answer.status() == 200 && content.first() != '{';
            return given ? new Download.Came<>(copying.copy(content)) : new Download.NotGiven<>(reply(answer, content));
        });
    }

    private AxisReply reply(OutboundHttp.Incoming answer, InputStream body) throws IOException {
        byte[] read = body.readNBytes(longestAnswer);
        if (read.length < longestAnswer) {
            body.close();
        }
        return AxisReply.of(answer.status(), read);
    }

    private Duration silence(Duration whole) {
        return whole.compareTo(bounds.call()) < 0 ? whole : bounds.call();
    }

    private HttpRequest.Builder sign(Neighbour neighbour, Map<String, String> parameters, Optional<String> type)
            throws IOException {
        byte[] secret = neighbours
                .ownSecret(neighbour.systemId())
                .orElseThrow(() -> new IOException("neighbour " + neighbour.systemId() + ": disabled"));
        return new SignAxisCall(neighbour.ownSystemId(), secret, clock).request(parameters, type);
    }

    /** Ends all calls. */
    @Override
    public void close() throws IOException {
        http.close();
    }

    private static URI address(Neighbour neighbour, String operation) {
        String base = neighbour.address().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + operation);
    }

    private static String wireName(MessageKind kind) {
        return switch (kind) {
            case EDOC -> "edoc";
            case STATUS -> "status";
        };
    }
}
