package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.seal.SealSketch.NOW;
import static vn.lienthong.gateway.seal.SealSketch.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** What every {@link AgencySeals} promises. */
public abstract class AgencySealsContract {

    private static final AgencyId COMMUNE = new AgencyId(new UUID(1, 1));
    private static final AgencyId OTHER = new AgencyId(new UUID(1, 2));
    private static final byte[] SECRET = {1, 2, 3};

    /** A store without seals. */
    protected abstract AgencySeals seals();

    private static AgencySeals.Extras extras() {
        return new AgencySeals.Extras(Optional.of(SECRET), Optional.of(new byte[] {9}));
    }

    @Test
    void keepsASealAsItIsAndItsSecretBeside() {
        AgencySeals seals = seals();
        AgencySeal file = seal(1, COMMUNE, NOW);
        assertThat(seals.add(file, extras())).isTrue();
        AgencySeal token = new AgencySeal(
                new SealId(new UUID(3, 2)),
                OTHER,
                NOW,
                Optional.empty(),
                new KeyPlace.Token(
                        "/usr/lib/token.so", Optional.of(4_294_967_295L), Optional.empty(), Optional.of("dấu")),
                Optional.of("/etc/pin"),
                file.certificate(),
                "CLI:root");
        assertThat(seals.add(token, AgencySeals.Extras.NONE)).isTrue();
        assertThat(seals.find(file.id())).contains(file);
        assertThat(seals.find(token.id())).contains(token);
        assertThat(seals.all()).containsExactlyInAnyOrder(file, token);
        assertThat(seals.secret(file.id())).contains(SECRET);
        assertThat(seals.picture(file.id())).contains(new byte[] {9});
        assertThat(seals.secret(token.id())).isEmpty();
        assertThat(seals.picture(token.id())).isEmpty();
        assertThat(seals.find(new SealId(new UUID(3, 9)))).isEmpty();
    }

    @Test
    void keepsWhereAKeyOnTheNetworkIs() {
        AgencySeals seals = seals();
        AgencySeal known = seal(1, COMMUNE, NOW);
        AgencySeal remote = new AgencySeal(
                known.id(),
                COMMUNE,
                NOW,
                Optional.empty(),
                new KeyPlace.Remote("https://ky.example.vn/csc/v2", "dấu xã", "cổng"),
                Optional.empty(),
                known.certificate(),
                "CLI:root");
        assertThat(seals.add(remote, extras())).isTrue();
        assertThat(seals.of(COMMUNE, NOW)).contains(remote);
    }

    @Test
    void aTokenAtADeskHasNothingToOpenItWith() {
        AgencySeals seals = seals();
        AgencySeal known = seal(1, COMMUNE, NOW);
        AgencySeal desk = new AgencySeal(
                known.id(),
                COMMUNE,
                NOW,
                Optional.empty(),
                new KeyPlace.Desk(),
                Optional.empty(),
                known.certificate(),
                "CLI:root");
        assertThat(seals.add(desk, AgencySeals.Extras.NONE)).isTrue();
        assertThat(seals.of(COMMUNE, NOW)).contains(desk);
        assertThat(seals.secret(desk.id())).isEmpty();
    }

    @Test
    void anAgencyHasOneSealAtATimeAndNobodyElses() {
        AgencySeals seals = seals();
        AgencySeal first = seal(1, COMMUNE, NOW);
        AgencySeal second = seal(2, COMMUNE, NOW.plusSeconds(60));
        seals.add(first, extras());
        assertThat(seals.of(COMMUNE, NOW.minusSeconds(1))).isEmpty();
        assertThat(seals.of(COMMUNE, NOW)).contains(first);
        assertThat(seals.of(OTHER, NOW)).isEmpty();
        assertThat(seals.add(second, extras())).isTrue();
        assertThat(seals.of(COMMUNE, NOW.plusSeconds(59)).map(AgencySeal::id)).contains(first.id());
        assertThat(seals.of(COMMUNE, NOW.plusSeconds(60))).contains(second);
        assertThat(seals.add(seal(3, COMMUNE, NOW.plusSeconds(60)), extras())).isFalse();
        assertThat(seals.add(seal(4, COMMUNE, NOW.plusSeconds(30)), extras())).isFalse();
        assertThat(seals.all()).hasSize(2);
    }

    @Test
    void whatEndedIsOverAndStaysOnRecord() {
        AgencySeals seals = seals();
        AgencySeal seal = seal(1, COMMUNE, NOW);
        seals.add(seal, extras());
        Instant end = NOW.plusSeconds(10);
        assertThat(seals.end(seal.id(), end)).isTrue();
        assertThat(seals.end(seal.id(), end.plusSeconds(1))).isFalse();
        assertThat(seals.of(COMMUNE, end)).isEmpty();
        assertThat(seals.of(COMMUNE, end.minusSeconds(1))).isPresent();
        assertThat(seals.find(seal.id()).orElseThrow().to()).contains(end);
        AgencySeal coming = seal(2, COMMUNE, NOW.plusSeconds(100));
        seals.add(coming, extras());
        assertThat(seals.end(coming.id(), NOW.plusSeconds(50))).isTrue();
        assertThat(seals.of(COMMUNE, NOW.plusSeconds(100))).as("never began").isEmpty();
        assertThat(seals.add(seal(5, COMMUNE, NOW.plusSeconds(60)), extras()))
                .as("and stands in nobody's way")
                .isTrue();
    }

    @Test
    void aRefusedSecretIsRememberedUntilItMayBeTried() {
        AgencySeals seals = seals();
        AgencySeal seal = SealSketch.seal(7, new AgencyId(new UUID(7, 7)), SealSketch.NOW);
        seals.add(seal, new AgencySeals.Extras(Optional.of(new byte[] {7}), Optional.empty()));
        Sha256 secret = Sha256.of(new byte[] {7});
        assertThat(seals.refused(seal.id())).isEmpty();
        seals.refuse(seal.id(), secret, SealSketch.NOW);
        assertThat(seals.refused(seal.id())).contains(secret);
        assertThat(seals.refused(new SealId(new UUID(9, 9)))).isEmpty();
        seals.letTry(seal.id());
        assertThat(seals.refused(seal.id())).isEmpty();
    }
}
