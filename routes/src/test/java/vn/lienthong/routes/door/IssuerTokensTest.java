package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.routes.door.IssuerTokens.Checked;

class IssuerTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private static TestIssuer issuer;
    private static TestIssuer next;

    private String published = issuer.keys();
    private boolean down;
    private int fetched;

    private final IssuerTokens tokens = tokens(Duration.ofMillis(1), Duration.ofMinutes(10));

    @BeforeAll
    static void makeKeys() throws Exception {
        issuer = new TestIssuer("1");
        next = new TestIssuer("2");
    }

    private IssuerTokens tokens(Duration fetchEvery, Duration keysFor) {
        try {
            return new IssuerTokens(
                    new IssuerTokens.Terms(
                            URI.create(TestIssuer.NAME),
                            TestIssuer.AUDIENCE,
                            "client_id",
                            Duration.ofSeconds(30),
                            keysFor,
                            Duration.ofHours(1),
                            Duration.ofSeconds(5),
                            fetchEvery),
                    URI.create("https://dangnhap.example.gov.vn/certs").toURL(),
                    url -> {
                        fetched++;
                        if (down) {
                            throw new IOException("connection refused");
                        }
                        return new Resource(published, "application/json");
                    },
                    Clock.fixed(NOW, ZoneOffset.UTC));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(TestIssuer.claims("qlvb-so", NOW)).build();
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return issuer.token(JWSAlgorithm.RS256, claims(change));
    }

    private String why(String token) {
        return ((Checked.Wrong) tokens.check(token)).why();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void aTokenOfTheIssuerNamesItsClient(String algorithm) throws Exception {
        String token = issuer.token(JWSAlgorithm.parse(algorithm), claims(all -> all));
        assertThat(tokens.check(token)).isEqualTo(new Checked.Of("qlvb-so", Optional.empty()));
        assertThat(tokens.check(token)).isInstanceOf(Checked.Of.class);
        assertThat(tokens.claimed(token)).contains("qlvb-so");
        assertThat(fetched).as("keys are kept").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS512"})
    void otherAlgorithmsDoNotCount(String algorithm) throws Exception {
        assertThat(why(issuer.token(JWSAlgorithm.parse(algorithm), claims(all -> all))))
                .contains("Another algorithm expected");
    }

    @Test
    void neitherNoneNorASharedSecretCounts() throws Exception {
        assertThat(why(new PlainJWT(claims(all -> all)).serialize())).contains("Unsecured");
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.rsa.getKeyID())
                        .build(),
                claims(all -> all));
        shared.sign(new MACSigner(issuer.rsa.toRSAPublicKey().getEncoded()));
        assertThat(why(shared.serialize())).contains("Another algorithm expected");
    }

    @Test
    void whatItSaysMustBeForUsAndInForce() throws Exception {
        assertThat(why(token(all -> all.audience("another")))).contains("aud");
        assertThat(why(token(all -> all.audience((String) null)))).contains("aud");
        assertThat(why(token(all -> all.issuer("https://evil.example")))).contains("iss");
        assertThat(why(token(all -> all.claim("client_id", null)))).contains("client_id");
        assertThat(why(token(all -> all.claim("client_id", List.of("a", "b"))))).contains("client_id");
        assertThat(why(token(all -> all.expirationTime(null)))).contains("exp");
        assertThat(why(token(all -> all.expirationTime(at(-31))))).contains("Expired");
        assertThat(tokens.check(token(all -> all.expirationTime(at(-29))))).isInstanceOf(Checked.Of.class);
        assertThat(why(token(all -> all.notBeforeTime(at(31))))).contains("before use time");
        assertThat(tokens.check(token(all -> all.notBeforeTime(at(29))))).isInstanceOf(Checked.Of.class);
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    @Test
    void aChangedTokenDoesNotCount() throws Exception {
        String[] parts = token(all -> all).split("\\.", -1);
        String other = token(all -> all.claim("client_id", "qlvb-bo")).split("\\.", -1)[1];
        assertThat(why(parts[0] + "." + other + "." + parts[2])).contains("Invalid signature");
        assertThat(why("guess")).isNotEmpty();
        assertThat(why("a.b.c")).isNotEmpty();
        assertThat(why("x".repeat(10_000))).contains("8000");
        assertThat(tokens.claimed("guess")).isEmpty();
        assertThat(tokens.claimed("a.b.c")).isEmpty();
    }

    @Test
    void aBoundTokenSaysToWhichCertificateAndOtherBindingsDoNotCount() throws Exception {
        String bound = token(all -> all.claim("cnf", Map.of("x5t#S256", "abc")));
        assertThat(tokens.check(bound)).isEqualTo(new Checked.Of("qlvb-so", Optional.of("abc")));
        assertThat(why(token(all -> all.claim("cnf", Map.of("jkt", "abc"))))).contains("cnf");
    }

    @Test
    void newKeysAreFetchedWhenATokenNamesOneAndOldOnesAreGone() throws Exception {
        assertThat(tokens.check(token(all -> all))).isInstanceOf(Checked.Of.class);
        published = next.keys();
        Thread.sleep(5);
        assertThat(tokens.check(next.token(JWSAlgorithm.RS256, claims(all -> all))))
                .isInstanceOf(Checked.Of.class);
        assertThat(fetched).isEqualTo(2);
        Thread.sleep(5);
        assertThat(tokens.check(token(all -> all))).isInstanceOf(Checked.Wrong.class);
    }

    @Test
    void madeUpKeysDoNotMakeUsFetchWithoutEnd() throws Exception {
        IssuerTokens slow = tokens(Duration.ofMinutes(1), Duration.ofMinutes(10));
        for (int i = 0; i < 20; i++) {
            assertThat(slow.check(next.token(JWSAlgorithm.RS256, claims(all -> all))))
                    .isInstanceOf(Checked.Wrong.class);
        }
        assertThat(fetched).isLessThanOrEqualTo(3);
    }

    @Test
    void anOutageStopsNobodyWhoseKeyIsKnownAndIsNoFaultOfTheToken() throws Exception {
        IssuerTokens hasty = tokens(Duration.ofMillis(1), Duration.ofMillis(20));
        down = true;
        assertThat(hasty.check(token(all -> all))).isInstanceOf(Checked.Unknowable.class);
        down = false;
        Thread.sleep(5);
        assertThat(hasty.check(token(all -> all))).isInstanceOf(Checked.Of.class);
        down = true;
        Thread.sleep(50);
        assertThat(hasty.check(token(all -> all))).isInstanceOf(Checked.Of.class);
    }
}
