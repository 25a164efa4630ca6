package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import vn.lienthong.routes.platform.OidcSettings;

/** An issuer that does not answer holds up nobody but the one who asks it. */
class OidcIssuerTest {

    private static final OidcSettings SETTINGS = new OidcSettings(
            URI.create("https://sso.example/realms/x"),
            "cong",
            "bi mat",
            null,
            List.of(),
            null,
            List.of(),
            null,
            Duration.ofSeconds(10));

    @Test
    void whoComesMeanwhileIsAnsweredAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        RestClient http = RestClient.builder()
                .requestInterceptor((request, body, execution) -> {
                    questions.incrementAndGet();
                    asked.countDown();
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IOException("no answer");
                })
                .build();
        OidcIssuer issuer = new OidcIssuer(SETTINGS, http, () -> "https://cong.example/back", Clock.systemUTC());
        Thread first = Thread.ofVirtual().start(() -> issuer.findByRegistrationId(OidcIssuer.ID));
        asked.await();
        CountDownLatch second = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            issuer.findByRegistrationId(OidcIssuer.ID);
            second.countDown();
        });
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        answer.countDown();
        first.join();
        issuer.findByRegistrationId(OidcIssuer.ID);
        assertThat(questions).as("not asked again so soon").hasValue(1);
    }
}
