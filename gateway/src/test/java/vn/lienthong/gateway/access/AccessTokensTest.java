package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private static AccessTokens at(Instant now, String masterKey) {
        return new AccessTokens(
                masterKey.getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(10), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Credentials credentials(String systemId, String secret) {
        ReceivingSystem system = new ReceivingSystem(
                systemId,
                "",
                CallerKind.AGENCY,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
        return new Credentials(system, secret.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private final Credentials known = credentials("sys-a", "khóa");
    private final String token = at(NOW, "master").issue(known);

    @Test
    void countsOnEveryNodeUntilItEnds() {
        assertThat(at(NOW, "master").systemOf(token)).contains("sys-a");
        assertThat(at(NOW, "master").holds(token, known)).isTrue();
        assertThat(at(NOW.plusSeconds(599), "master").holds(token, known)).isTrue();
        assertThat(at(NOW.plusSeconds(600), "master").holds(token, known)).isFalse();
    }

    /** Told to its owner alone: of a token that nobody made here nothing is said. */
    @Test
    void thatItHasEndedIsKnownOfItsOwnerAlone() {
        assertThat(at(NOW, "master").hasEnded(token, known)).isFalse();
        assertThat(at(NOW.plusSeconds(600), "master").hasEnded(token, known)).isTrue();
        assertThat(at(NOW.plusSeconds(600), "master").hasEnded(token, credentials("sys-a", "khóa mới")))
                .isFalse();
        assertThat(at(NOW.plusSeconds(600), "another").hasEnded(token, known)).isFalse();
    }

    @Test
    void endsWithTheSecretAndTheMasterKey() {
        assertThat(at(NOW, "master").holds(token, credentials("sys-a", "khóa mới")))
                .isFalse();
        assertThat(at(NOW, "another").holds(token, known)).isFalse();
        assertThat(at(NOW, "master").holds(token, credentials("sys-b", "khóa"))).isFalse();
    }

    @Test
    void isOfNobodyElseWhoSharesTheSecret() {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String renamed = encoded(claims.replace("sys-a", "sys-b"));
        assertThat(at(NOW, "master").holds(parts[0] + "." + renamed + "." + parts[2], credentials("sys-b", "khóa")))
                .isFalse();
        String longer = encoded(claims.replaceAll("\"exp\":\\d+", "\"exp\":99999999999"));
        assertThat(at(NOW, "master").holds(parts[0] + "." + longer + "." + parts[2], known))
                .isFalse();
        String none = encoded("{\"alg\":\"none\"}");
        assertThat(at(NOW, "master").holds(none + "." + parts[1] + ".", known)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.bnVsbA.",
                "x.y",
                "\0.\0.\0",
                "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJcdTAwMDAifQ."
            })
    void takesNothingElseForAToken(String text) {
        assertThat(at(NOW, "master").systemOf(text)).isEmpty();
        assertThat(at(NOW, "master").holds(text, known)).isFalse();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
