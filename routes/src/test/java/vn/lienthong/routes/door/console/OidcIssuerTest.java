package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.client.RestClient;
import vn.lienthong.routes.platform.OidcSettings;

/** An issuer that is slow for its first answer is waited for, briefly; one that does not answer holds up nobody for long. */
@Timeout(30)
class OidcIssuerTest {

    private static final String ISSUER = "https://sso.example/realms/x";
    private static final String SAID =
            """
            {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
             "jwks_uri": "%1$s/certs", "subject_types_supported": ["public"], "response_types_supported": ["code"],
             "id_token_signing_alg_values_supported": ["RS256"]}
            """
                    .formatted(ISSUER);
    private static final OidcSettings SETTINGS = new OidcSettings(
            URI.create(ISSUER), "cong", "bi mat", null, List.of(), null, List.of(), null, Duration.ofSeconds(10));
    private static final Executor THREADS = Thread::startVirtualThread;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();

    @AfterEach
    void letGo() {
        answer.countDown();
    }

    @Test
    void whoComesBeforeTheFirstAnswerWaitsForIt() throws Exception {
        OidcIssuer issuer = issuer(true, Duration.ofSeconds(20));
        CompletableFuture<Optional<ClientRegistration>> first = find(issuer);
        asked.await();
        List<CompletableFuture<Optional<ClientRegistration>>> others =
                List.of(find(issuer), find(issuer), find(issuer));
        assertThat(others).noneMatch(CompletableFuture::isDone);
        answer.countDown();
        for (CompletableFuture<Optional<ClientRegistration>> other : others) {
            assertThat(other.get(10, TimeUnit.SECONDS)).isPresent().isEqualTo(first.get(10, TimeUnit.SECONDS));
        }
        assertThat(questions).as("one question for all").hasValue(1);
    }

    @Test
    void nobodyWaitsForLong() throws Exception {
        OidcIssuer issuer = issuer(false, Duration.ofMillis(50));
        CompletableFuture<Optional<ClientRegistration>> first = find(issuer);
        asked.await();
        assertThat(find(issuer).get(10, TimeUnit.SECONDS)).isEmpty();
        answer.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(issuer.findByRegistrationId(OidcIssuer.ID)).isNull();
        assertThat(questions).as("not asked again so soon").hasValue(1);
    }

    @Test
    void onlyAFewWait() throws Exception {
        OidcIssuer issuer = issuer(true, Duration.ofSeconds(20));
        CompletableFuture<Optional<ClientRegistration>> first = find(issuer);
        asked.await();
        List<CompletableFuture<Optional<ClientRegistration>>> crowd =
                Stream.generate(() -> find(issuer)).limit(100).toList();
        await().until(() -> crowd.stream().filter(CompletableFuture::isDone).count() >= 50);
        assertThat(crowd).as("the few wait on").anyMatch(one -> !one.isDone());
        assertThat(first).isNotDone();
    }

    private static CompletableFuture<Optional<ClientRegistration>> find(OidcIssuer issuer) {
        return CompletableFuture.supplyAsync(
                () -> Optional.ofNullable(issuer.findByRegistrationId(OidcIssuer.ID)), THREADS);
    }

    /** @param answers whether it says something in the end */
    private OidcIssuer issuer(boolean answers, Duration longestWait) {
        RestClient http = RestClient.builder()
                .requestInterceptor((request, body, execution) -> {
                    questions.incrementAndGet();
                    asked.countDown();
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    if (!answers) {
                        throw new IOException("no answer");
                    }
                    return said();
                })
                .build();
        return new OidcIssuer(SETTINGS, http, () -> "https://cong.example/back", Clock.systemUTC(), longestWait);
    }

    private static ClientHttpResponse said() {
        MockClientHttpResponse response =
                new MockClientHttpResponse(SAID.getBytes(StandardCharsets.UTF_8), HttpStatus.OK);
        response.getHeaders().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        return response;
    }
}
