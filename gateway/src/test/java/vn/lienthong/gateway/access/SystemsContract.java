package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;

/** What every {@link Systems} promises; whom a relay passes over is told by the deliveries' contract. */
public abstract class SystemsContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final AgencyId SO = Sketch.id("so");

    protected SystemsContract(Stores stores) {
        super(stores);
    }

    private static ReceivingSystem system(String systemId, boolean enabled) {
        return new ReceivingSystem(
                systemId,
                "Hệ thống " + systemId,
                CallerKind.AGENCY,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                enabled);
    }

    private void save(String systemId) {
        stores.systems().save(system(systemId, true), new byte[] {1, 2, 3});
    }

    private void grant(String systemId, Right right, Instant from, Optional<Instant> to) {
        stores.systems().grant(systemId, new Mandate(SO, right, from, to));
    }

    private Optional<String> receiver(Instant at) {
        return stores.systems().receiverFor(SO, at).map(ReceivingSystem::systemId);
    }

    @Test
    void aSystemIsReadAsItWasSavedAndSavingReplaces() {
        ReceivingSystem bound = new ReceivingSystem(
                "peer",
                "Trục",
                CallerKind.PEER,
                Duration.ofDays(3),
                List.of("192.0.2.0/24", "2001:db8::/32"),
                Optional.of("a".repeat(64)),
                Optional.of(new PushTarget(URI.create("https://truc.example/in?x=1"), PushForm.SOAP)),
                true);
        stores.systems().save(bound, new byte[] {0, -1});
        save("a");
        assertThat(stores.systems().find("peer")).contains(bound);
        assertThat(stores.systems().find("a")).contains(system("a", true));
        assertThat(stores.systems().find("A")).isEmpty();
        assertThat(stores.systems().all()).containsExactly(system("a", true), bound);
        stores.systems().save(system("peer", true), new byte[] {7});
        assertThat(stores.systems().find("peer")).contains(system("peer", true));
        assertThat(stores.systems().secret("peer")).contains(new byte[] {7});
        assertThat(stores.systems().all()).hasSize(2);
    }

    @Test
    void theRightToSealIsOnRecordAndCarriedIntoNoCall() {
        save("sys-1");
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        grant("sys-1", Right.SEND, now, Optional.empty());
        grant("sys-1", Right.SEAL, now, Optional.empty());
        Mandate seal = new Mandate(SO, Right.SEAL, now, Optional.empty());
        assertThat(stores.systems().grant("sys-1", seal)).as("again").isFalse();
        assertThat(stores.systems().mandates("sys-1")).contains(seal).hasSize(2);
        assertThat(stores.systems().credentials("sys-1").orElseThrow().mandates())
                .extracting(Mandate::right)
                .containsExactly(Right.SEND);
        assertThat(stores.systems().end("sys-1", seal.endedAt(now.plusSeconds(9))))
                .isTrue();
        assertThat(stores.systems().mandates("sys-1"))
                .noneMatch(mandate -> mandate.right() == Right.SEAL && mandate.holdsAt(now.plusSeconds(10)));
    }

    @Test
    void aCertificateTellsWhichOpenSystemsAreBoundToIt() {
        Sha256 certificate = new Sha256("b".repeat(64));
        assertThat(stores.systems().boundTo(certificate)).isEmpty();
        stores.systems().save(bound("z", certificate, true), new byte[] {1});
        stores.systems().save(bound("closed", certificate, false), new byte[] {1});
        stores.systems().save(bound("other", new Sha256("c".repeat(64)), true), new byte[] {1});
        assertThat(stores.systems().boundTo(certificate)).containsExactly("z");
        stores.systems().save(bound("a", certificate, true), new byte[] {1});
        assertThat(stores.systems().boundTo(certificate)).containsExactly("a", "z");
    }

    private static ReceivingSystem bound(String systemId, Sha256 certificate, boolean enabled) {
        return new ReceivingSystem(
                systemId,
                systemId,
                CallerKind.AGENCY,
                Duration.ofHours(24),
                List.of(),
                Optional.of(certificate.hex()),
                Optional.empty(),
                enabled);
    }

    @Test
    void aSecretComesBackAsItWasUnlessTheSystemIsSwitchedOff() {
        byte[] secret = {1, 2, 3, 0, -1};
        stores.systems().save(system("a", true), secret);
        secret[0] = 9;
        assertThat(stores.systems().secret("a")).contains(new byte[] {1, 2, 3, 0, -1});
        stores.systems().save(system("a", false), secret);
        assertThat(stores.systems().secret("a")).isEmpty();
        assertThat(stores.systems().find("a")).isPresent();
        assertThat(stores.systems().secret("nobody")).isEmpty();
    }

    @Test
    void theSecretBeforeCountsUntilItsTimeIsOver() {
        Instant until = NOW.plusSeconds(60);
        stores.systems().save(system("a", true), new byte[] {1});
        assertThat(stores.systems().previousSecret("a", NOW)).isEmpty();
        stores.systems().renewSecret("a", new byte[] {2}, until);
        assertThat(stores.systems().secret("a")).contains(new byte[] {2});
        assertThat(stores.systems().previousSecret("a", NOW)).contains(new byte[] {1});
        assertThat(stores.systems().previousSecret("a", until)).isEmpty();
        stores.systems().renewSecret("a", new byte[] {3}, until);
        assertThat(stores.systems().previousSecret("a", NOW))
                .as("only the last one")
                .contains(new byte[] {2});
        stores.systems().save(system("a", true), new byte[] {4});
        assertThat(stores.systems().previousSecret("a", NOW))
                .as("ended at once")
                .isEmpty();
        stores.systems().renewSecret("a", new byte[] {5}, until);
        stores.systems().renewSecret("nobody", new byte[] {5}, until);
        assertThat(stores.systems().find("nobody")).isEmpty();
        stores.systems().save(system("a", false), new byte[] {5});
        assertThat(stores.systems().previousSecret("a", NOW)).isEmpty();
    }

    @Test
    void credentialsAreWhatTheirPartsAreReadAtOnce() {
        stores.systems().save(system("a", true), new byte[] {1, 2});
        assertThat(stores.systems().credentials("a").orElseThrow().mandates()).isEmpty();
        grant("a", Right.SEND, NOW, Optional.of(NOW.plusSeconds(1)));
        grant("a", Right.COLLECT, NOW, Optional.empty());
        Credentials known = stores.systems().credentials("a").orElseThrow();
        assertThat(known.system()).isEqualTo(system("a", true));
        assertThat(known.secret()).containsExactly(1, 2);
        assertThat(known.mandates()).hasSize(2).isEqualTo(stores.systems().mandates("a"));
        stores.systems().save(system("a", false), new byte[] {1, 2});
        assertThat(stores.systems().credentials("a")).isEmpty();
        assertThat(stores.systems().credentials("nobody")).isEmpty();
    }

    @Test
    void anAgencyIsClaimedByWhoeverHasAMandateNowEvenWhileNotLetIn() {
        assertThat(stores.systems().isClaimed(SO, NOW)).isFalse();
        save("a");
        grant("a", Right.SEND, NOW, Optional.of(NOW.plusSeconds(10)));
        assertThat(stores.systems().isClaimed(SO, NOW.minusSeconds(1))).isFalse();
        assertThat(stores.systems().isClaimed(SO, NOW)).isTrue();
        assertThat(stores.systems().isClaimed(SO, NOW.plusSeconds(10))).isFalse();
        assertThat(stores.systems().isClaimed(Sketch.id("xa"), NOW)).isFalse();
        stores.systems().save(system("a", false), new byte[] {1});
        assertThat(stores.systems().isClaimed(SO, NOW)).isTrue();
    }

    @Test
    void mandatesAreKeptInTheirOrderPastAndComingOnesToo() {
        save("a");
        save("b");
        Mandate past = new Mandate(SO, Right.SEND, NOW.minusSeconds(9), Optional.of(NOW.minusSeconds(1)));
        Mandate coming = new Mandate(SO, Right.SEND, NOW.plusSeconds(9), Optional.empty());
        stores.systems().grant("a", coming);
        stores.systems().grant("a", past);
        assertThat(stores.systems().mandates("a")).containsExactly(coming, past);
        assertThat(stores.systems().mandates("b")).isEmpty();
        Mandate ended = new Mandate(SO, Right.SEND, coming.from(), Optional.of(NOW.plusSeconds(10)));
        assertThat(stores.systems().end("a", ended)).isTrue();
        assertThat(stores.systems().mandates("a")).containsExactly(ended, past);
        assertThat(stores.systems().end("a", coming.endedAt(NOW.plusSeconds(11))))
                .as("it ended before")
                .isFalse();
        assertThat(stores.systems().grant("a", coming)).as("one that ended").isFalse();
        assertThat(stores.systems().mandates("a")).containsExactly(ended, past);
        assertThat(stores.systems().end("b", ended)).as("another's").isFalse();
        assertThatThrownBy(() -> stores.systems().grant("nobody", past)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aClientOfAnotherIssuerIsOneSystemOrNone() {
        save("a");
        save("b");
        assertThat(stores.systems().bindClient("https://idp", "y", "a")).isTrue();
        assertThat(stores.systems().bindClient("https://idp", "y", "a"))
                .as("again")
                .isTrue();
        assertThat(stores.systems().bindClient("https://idp", "y", "b")).isFalse();
        assertThat(stores.systems().bindClient("https://idp", "X", "a")).isTrue();
        assertThat(stores.systems().bindClient("https://other", "y", "b")).isTrue();
        assertThat(stores.systems().ofClient("https://idp", "y")).contains("a");
        assertThat(stores.systems().ofClient("https://idp", "Y")).isEmpty();
        assertThat(stores.systems().clientsOf("https://idp", "a")).containsExactly("X", "y");
        assertThat(stores.systems().unbindClient("https://idp", "y", "b")).isFalse();
        assertThat(stores.systems().unbindClient("https://idp", "y", "a")).isTrue();
        assertThat(stores.systems().ofClient("https://idp", "y")).isEmpty();
        assertThat(stores.systems().ofClient("https://other", "y")).contains("b");
        assertThatThrownBy(() -> stores.systems().bindClient("https://idp", "z", "nobody"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void limitsOfASystemsOwnOutliveItsSecretAndGoWithItsCredentials() {
        CallerLimits own = new CallerLimits(OptionalInt.of(30), OptionalLong.of(5_000_000_000L));
        assertThatThrownBy(() -> stores.systems().limit("nobody", own)).isInstanceOf(RuntimeException.class);
        assertThat(stores.systems().limits("nobody")).isEqualTo(CallerLimits.USUAL);
        save("a");
        assertThat(stores.systems().limits("a")).isEqualTo(CallerLimits.USUAL);
        stores.systems().limit("a", own);
        save("a");
        assertThat(stores.systems().limits("a")).isEqualTo(own);
        assertThat(stores.systems().credentials("a").orElseThrow().caller().limits())
                .isEqualTo(own);
        CallerLimits part = new CallerLimits(OptionalInt.empty(), OptionalLong.of(1));
        stores.systems().limit("a", part);
        assertThat(stores.systems().limits("a")).isEqualTo(part);
        stores.systems().limit("a", CallerLimits.USUAL);
        assertThat(stores.systems().credentials("a").orElseThrow().limits()).isEqualTo(CallerLimits.USUAL);
    }

    @Test
    void theFirstGrantedThatIsSwitchedOnReceives() {
        save("z");
        save("a");
        grant("z", Right.COLLECT, NOW, Optional.empty());
        grant("a", Right.COLLECT, NOW.minusSeconds(1), Optional.empty());
        assertThat(receiver(NOW)).contains("z");
        stores.systems().save(system("z", false), new byte[] {1});
        assertThat(receiver(NOW)).contains("a");
        stores.systems().save(system("z", true), new byte[] {1});
        grant("z", Right.COLLECT, NOW, Optional.empty());
        assertThat(receiver(NOW)).contains("z");
    }

    @Test
    void aMandateHoldsFromItsFirstInstantUntilBeforeItsEnd() {
        save("a");
        grant("a", Right.COLLECT, NOW, Optional.of(NOW.plusSeconds(1)));
        assertThat(receiver(NOW.minusNanos(1000))).isEmpty();
        assertThat(receiver(NOW)).contains("a");
        assertThat(receiver(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void oneRightIsNotAnother() {
        save("a");
        save("b");
        for (Right right : List.of(Right.SEND, Right.STATUS, Right.TRANSIT)) {
            grant("a", right, NOW, Optional.empty());
        }
        assertThat(receiver(NOW)).isEmpty();
        assertThat(stores.systems().carrierFor(SO, NOW).map(ReceivingSystem::systemId))
                .contains("a");
        grant("b", Right.COLLECT, NOW, Optional.empty());
        assertThat(receiver(NOW)).contains("b");
        assertThat(stores.systems().receiverFor(Sketch.id("phong"), NOW)).isEmpty();
        assertThat(stores.systems().carrierFor(Sketch.id("phong"), NOW)).isEmpty();
    }

    @Test
    void anOutcomeOfAnUnknownSystemIsNobodys() {
        stores.systems().recordOutcome("nobody", false, 1, NOW);
        assertThat(stores.systems().all()).isEmpty();
    }
}
