package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;

/** Our logins at provincial platforms, kept until shortly before they end, in memory only. */
final class ProvincialLogins {

    /** Where a platform does not say how long a login counts; they are known to end after half an hour. */
    private static final Duration USUAL = Duration.ofMinutes(25);

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int LONGEST_TOKEN = 16_000;

    private final Neighbours neighbours;
    private final Clock clock;
    private final Map<Neighbour, Login> logins = new ConcurrentHashMap<>();

    ProvincialLogins(Neighbours neighbours, Clock clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    private record Login(String token, Instant renewAt) {}

    /** The call that logs in. */
    @FunctionalInterface
    interface Call {
        AxisReply login(HttpRequest.Builder request) throws IOException, InterruptedException;
    }

    /** A token that counts, by a new login where there is none. */
    String token(Neighbour neighbour, Dialect.Provincial dialect, Call call) throws IOException, InterruptedException {
        Login login = logins.get(neighbour);
        if (login == null || !clock.instant().isBefore(login.renewAt())) {
            login = read(call.login(request(neighbour, dialect)));
            logins.put(neighbour, login);
        }
        return login.token();
    }

    /** The platform does not know the token any more. */
    void forget(Neighbour neighbour, String token) {
        logins.computeIfPresent(neighbour, (key, login) -> login.token().equals(token) ? null : login);
    }

    private HttpRequest.Builder request(Neighbour neighbour, Dialect.Provincial dialect) throws IOException {
        byte[] password = neighbours
                .loginPassword(neighbour.systemId())
                .orElseThrow(() -> new IOException("neighbour " + neighbour.systemId() + ": disabled"));
        Map<String, String> body = new LinkedHashMap<>();
        body.put("username", dialect.username());
        body.put("password", ProvincialLink.text(password));
        body.put("applicationCode", dialect.applicationCode());
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
    }

    private Login read(AxisReply reply) throws IOException {
        if (!(reply instanceof AxisReply.Ok ok)) {
            throw new IOException("auth/login: " + reply.text());
        }
        JsonNode body = ok.body();
        String token = Stream.of(body.path("data").path("token"), body.path("token"), body.path("access_token"))
                .map(node -> node.asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IOException("auth/login: không có token trong trả lời"));
        // What cannot stand in a header is no token.
        if (token.length() > LONGEST_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IOException("auth/login: token không dùng được");
        }
        return new Login(token, clock.instant().plus(counts(body)));
    }

    /** Renewed a little before it ends, so that no call finds it ended on its way. */
    private static Duration counts(JsonNode body) {
        long seconds = LongStream.of(
                        body.path("data").path("expiresIn").asLong(0),
                        body.path("data").path("expires_in").asLong(0),
                        body.path("expires_in").asLong(0),
                        body.path("expiresIn").asLong(0))
                .filter(told -> told > 0)
                .findFirst()
                .orElse(USUAL.toSeconds());
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()))
                .multipliedBy(9)
                .dividedBy(10);
    }
}
