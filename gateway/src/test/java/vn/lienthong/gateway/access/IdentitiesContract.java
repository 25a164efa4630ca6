package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Identities} promises. */
public abstract class IdentitiesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final String ISSUER = "https://sso.example";

    /** A store without links, in which {@code an.nv} and {@code binh} have accounts; the same one for the whole of a test. */
    protected abstract Identities identities();

    @Test
    void aSubjectIsOnePersonsAndAnAccountHasOneOfAnIssuer() {
        assertThat(identities().username(ISSUER, "s1")).isEmpty();
        assertThat(identities().link(ISSUER, "s1", "an.nv", NOW)).isTrue();
        assertThat(identities().link(ISSUER, "s1", "binh", NOW))
                .as("taken from nobody")
                .isFalse();
        assertThat(identities().username(ISSUER, "s1")).contains("an.nv");
        assertThat(identities().username("https://another.example", "s1")).isEmpty();
        assertThat(identities().link(ISSUER, "s2", "an.nv", NOW)).isTrue();
        assertThat(identities().username(ISSUER, "s1")).as("the one before").isEmpty();
        assertThat(identities().username(ISSUER, "s2")).contains("an.nv");
    }

    @Test
    void whatIsTakenAwayLeadsNowhere() {
        identities().link(ISSUER, "s1", "an.nv", NOW);
        identities().link("https://another.example", "s1", "an.nv", NOW);
        assertThat(identities().unlink("binh")).isFalse();
        assertThat(identities().unlink("an.nv")).isTrue();
        assertThat(identities().username(ISSUER, "s1")).isEmpty();
        assertThat(identities().username("https://another.example", "s1")).isEmpty();
        assertThat(identities().link(ISSUER, "s1", "binh", NOW)).isTrue();
    }
}
