package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** What every store of signatures for systems promises. */
public abstract class SystemSignaturesContract {
    protected static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    /** The store, the same each time. */
    protected abstract SystemSignatures signatures();

    protected static SystemSignatures.Made made(String content, String system, Instant at) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new SystemSignatures.Made(
                new StoredBytes(Sha256.of(bytes), bytes.length),
                system,
                Sketch.id("so"),
                SignatureForm.CADES_DETACHED,
                "tệp.docx",
                at,
                LastingLevel.T);
    }

    @Test
    void onlyTheSystemThatHadItMadeFindsIt() {
        SystemSignatures.Made made = made("a", "sys-a", NOW);
        signatures().add(made);
        Sha256 digest = made.bytes().digest();
        assertThat(signatures().find(digest, "sys-a")).contains(new SystemSignatures.Kept(made, NOW));
        assertThat(signatures().find(digest, "sys-b")).isEmpty();
        assertThat(signatures().find(Sha256.of(new byte[0]), "sys-a")).isEmpty();
    }

    /** The same file, signed in the same second by the same key in a form that draws no random number. */
    @Test
    void theSameBytesMadeForTwoSystemsAreBoths() {
        SystemSignatures.Made first = made("both", "sys-a", NOW);
        SystemSignatures.Made second = made("both", "sys-b", NOW.plusSeconds(1));
        signatures().add(first);
        signatures().add(second);
        signatures().add(made("both", "sys-a", NOW.plusSeconds(2)));
        Sha256 digest = first.bytes().digest();
        assertThat(signatures().find(digest, "sys-a")).contains(new SystemSignatures.Kept(first, NOW));
        assertThat(signatures().find(digest, "sys-b")).contains(new SystemSignatures.Kept(second, NOW.plusSeconds(1)));
    }

    @Test
    void whatIsOldIsForgotten() {
        SystemSignatures.Made old = made("old", "sys-a", NOW.minusSeconds(3601));
        SystemSignatures.Made young = made("young", "sys-a", NOW.minusSeconds(3599));
        signatures().add(old);
        signatures().add(young);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        assertThat(new DropSystemSignatures(signatures(), Duration.ofHours(1), clock).drop())
                .isEqualTo(1);
        assertThat(signatures().find(old.bytes().digest(), "sys-a")).isEmpty();
        assertThat(signatures().find(young.bytes().digest(), "sys-a")).isPresent();
    }
}
