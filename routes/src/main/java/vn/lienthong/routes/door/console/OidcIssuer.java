package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import vn.lienthong.routes.platform.OidcSettings;

/**
 * The issuer as it describes itself (OpenID Connect Discovery 1.0), asked when somebody comes by it and not at the start: a
 * gateway runs whether its issuer does or not. What it said is kept for an hour; that it said nothing, for ten seconds.
 */
final class OidcIssuer implements ClientRegistrationRepository {

    static final String ID = "console";
    private static final Logger LOG = LoggerFactory.getLogger(OidcIssuer.class);
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration NOT_ASKED_AGAIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /** Each holds a thread of the console's; who comes beyond is answered at once. */
    private static final int MOST_WAITING = 16;

    private final OidcSettings settings;
    private final RestClient http;
    private final Supplier<String> back;
    private final Clock clock;
    private final Duration longestWait;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant askAt = Instant.MIN;

    /** @param back where the issuer sends people back to */
    OidcIssuer(OidcSettings settings, RestClient http, Supplier<String> back, Clock clock) {
        this(settings, http, back, clock, LONGEST_WAIT);
    }

    /** @param longestWait for an answer to another one's question, while nothing is known yet */
    OidcIssuer(OidcSettings settings, RestClient http, Supplier<String> back, Clock clock, Duration longestWait) {
        this.settings = settings;
        this.http = http;
        this.back = back;
        this.clock = clock;
        this.longestWait = longestWait;
    }

    /**
     * Nothing where the issuer cannot be reached, or is not the one it was taken for. Until it has answered once, a few wait
     * briefly for a question that is under way; later nobody does, as the last answer still holds.
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        if (!clock.instant().isBefore(askAt) && mayAsk()) {
            try {
                askAgain();
            } finally {
                asking.unlock();
            }
        }
        return known;
    }

    private boolean mayAsk() {
        if (known != null || asking.getQueueLength() >= MOST_WAITING) {
            return asking.tryLock();
        }
        try {
            return asking.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void askAgain() {
        if (clock.instant().isBefore(askAt)) {
            return;
        }
        try {
            known = ask();
            askAt = clock.instant().plus(KEPT);
        } catch (IOException | RuntimeException unreachable) {
            // What it said before still holds. Counted from now: it may have taken long to say nothing.
            LOG.warn("issuer {} not reached: {}", settings.issuer(), unreachable.toString());
            askAt = clock.instant().plus(NOT_ASKED_AGAIN);
        }
    }

    private ClientRegistration ask() throws IOException {
        String issuer = settings.issuer().toString();
        Map<String, Object> said = http.get()
                .uri(issuer.replaceAll("/+$", "") + DISCOVERY)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (said == null || !issuer.equals(said.get("issuer"))) {
            throw new IOException(
                    "issuer: " + (said == null ? "nothing" : said.get("issuer")) + " (expected: " + issuer + ")");
        }
        return Objects.requireNonNull(ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(back.get())
                .scope(scopes())
                .build());
    }

    private String[] scopes() {
        return Stream.concat(Stream.of("openid"), settings.scopes().stream())
                .distinct()
                .toArray(String[]::new);
    }
}
