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

/** Calls neighbours in the axis dialect, through the one bounded client. */
public final class AxisLink implements NeighbourWire {

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

    @Override
    public Dated probe(Neighbour neighbour) throws IOException, InterruptedException {
        return call(neighbour, "getAgenciesList", Map.of());
    }

    @Override
    public Received received(Neighbour neighbour, MessageKind kind) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", NeighbourWire.wireName(kind));
        AxisReply reply = call(neighbour, "getReceivedEdocList", parameters).reply();
        return switch (reply) {
            case AxisReply.Ok ok ->
                Received.whole(
                        ok.data().flatMap(line -> AxisListed.of(line).stream()).toList());
            case AxisReply.Refused refused -> throw new IOException("getReceivedEdocList: " + refused.text());
            case AxisReply.Unreadable unreadable -> throw new IOException("getReceivedEdocList: " + unreadable.text());
        };
    }

    /** By the list that tells of ended ones too, else by the plain one. */
    @Override
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

    @Override
    public AxisReply report(Neighbour neighbour, String docId, String status) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("docId", docId);
        parameters.put("status", status);
        return call(neighbour, "updateStatus", parameters).reply();
    }

    @Override
    public AxisReply send(Neighbour neighbour, Handed handed) throws IOException, InterruptedException {
        AxisFile file = handed.file();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", handed.from().text());
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", NeighbourWire.wireName(handed.kind()));
        if (!handed.to().isEmpty()) {
            parameters.put(
                    "to",
                    MAPPER.writeValueAsString(
                            handed.to().stream().map(AgencyCode::text).toList()));
        }
        parameters.put("hash-file", file.digest().hex());
        HttpRequest.Builder request = sign(neighbour, parameters, Optional.of(file.contentType()))
                .timeout(bounds.upload())
                .POST(file.body("file_doc", Map.of()));
        handed.hop().ifPresent(station -> request.header(OutgoingBytes.Copy.TRACE_HEADER, station));
        return http.send(
                address(neighbour, "sendEdoc"),
                request,
                silence(bounds.upload()),
                answer -> reply(answer, answer.body()));
    }

    @Override
    public <T> Download<T> download(Neighbour neighbour, String docId, Copying<T> copying)
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

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static URI address(Neighbour neighbour, String operation) {
        String base = neighbour.address().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + operation);
    }
}
