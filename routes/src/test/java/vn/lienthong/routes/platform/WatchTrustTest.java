package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

final class WatchTrustTest {

    private static final DevelopmentPki PKI = DevelopmentPki.create(new DevelopmentPki.Settings(
            Instant.parse("2026-11-22T02:00:00Z"), URI.create("http://pki.example"), KeyAlgorithm.EC_P256));

    @TempDir
    private Path folder;

    private Path government;
    private TrustInUse trust;

    @BeforeEach
    void prepare() throws IOException {
        government = Files.createDirectories(folder.resolve("government"));
        TrustStores none = TrustFolder.read(folder);
        trust = new TrustInUse(
                none,
                KnownRevocations.of(
                        new CrlCache(none, CrlStore.inMemory(), Duration.ofMinutes(5)), none, Duration.ofMinutes(5)),
                ValidationPolicy.standard(),
                VerificationLimits.standard());
    }

    private WatchTrust watch(Function<TrustStores, Optional<String>> refusal) {
        return new WatchTrust(folder, trust, refusal);
    }

    private Path put(Branch branch, String name) throws IOException {
        return Files.writeString(government.resolve(name), Pem.of(PKI.root(branch)));
    }

    @Test
    void whatLiesStillIsTakenUpOnce() throws Exception {
        WatchTrust watch = watch(stores -> Optional.empty());
        VerifyPdf before = trust.pdf();
        assertThat(watch.takeUp()).isFalse();
        assertThat(watch.takeUp()).as("nothing came").isFalse();
        Path file = put(Branch.GOVERNMENT, "root.crt");
        assertThat(watch.takeUp()).as("may still be written").isFalse();
        assertThat(trust.pdf()).isSameAs(before);
        assertThat(watch.takeUp()).isTrue();
        assertThat(trust.stores().authorities()).containsExactly(PKI.root(Branch.GOVERNMENT));
        assertThat(trust.pdf()).as("what it remembered is gone").isNotSameAs(before);
        VerifyPdf now = trust.pdf();
        assertThat(watch.takeUp()).isFalse();
        assertThat(trust.pdf()).isSameAs(now);
        Files.delete(file);
        watch.takeUp();
        assertThat(watch.takeUp()).isTrue();
        assertThat(trust.stores().authorities()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsNoFolderThatTrustsNobody() throws Exception {
        WatchTrust watch = watch(stores -> Optional.empty());
        put(Branch.GOVERNMENT, "root.crt");
        watch.takeUp();
        assertThat(watch.takeUp()).isTrue();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, elsewhere);
        for (int look = 0; look < 3; look++) {
            assertThat(watch.takeUp()).isFalse();
        }
        assertThat(trust.stores().authorities()).hasSize(1);
        assertThat(watch.inTheWay()).contains("không còn");
        Files.move(elsewhere, folder);
        watch.takeUp();
        assertThat(watch.takeUp()).isFalse();
        assertThat(watch.inTheWay()).as("it is back").isEmpty();
        assertThat(trust.stores().authorities()).hasSize(1);
    }

    @Test
    void halfAStoreIsNone() throws Exception {
        WatchTrust watch = watch(stores -> Optional.empty());
        put(Branch.GOVERNMENT, "root.crt");
        Path broken = Files.writeString(government.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nMIIB");
        for (int look = 0; look < 5; look++) {
            assertThat(watch.takeUp()).isFalse();
        }
        assertThat(trust.stores().authorities()).isEmpty();
        Files.writeString(broken, Pem.of(PKI.root(Branch.PARTY)));
        watch.takeUp();
        assertThat(watch.takeUp()).isTrue();
        assertThat(trust.stores().authorities()).hasSize(2);
    }

    @Test
    void aBrokenBranchHoldsUpNoOther() throws Exception {
        WatchTrust watch = watch(stores -> Optional.empty());
        Path root = put(Branch.GOVERNMENT, "root.crt");
        watch.takeUp();
        assertThat(watch.takeUp()).isTrue();
        Path broken = Files.writeString(government.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nMIIB");
        Files.delete(root);
        Files.writeString(
                Files.createDirectories(folder.resolve("party")).resolve("party.crt"), Pem.of(PKI.root(Branch.PARTY)));
        watch.takeUp();
        assertThat(watch.takeUp()).isTrue();
        assertThat(trust.stores().authorities())
                .as("what cannot be read stays as it was")
                .containsExactlyInAnyOrder(PKI.root(Branch.GOVERNMENT), PKI.root(Branch.PARTY));
        assertThat(watch.inTheWay()).contains("other.pem");
        Files.delete(broken);
        watch.takeUp();
        assertThat(watch.takeUp()).isTrue();
        assertThat(trust.stores().authorities()).containsExactly(PKI.root(Branch.PARTY));
        assertThat(watch.inTheWay()).isEmpty();
    }

    @Test
    void whatTheStartWouldRefuseIsRefusedLater() throws Exception {
        WatchTrust watch = watch(DemoRemains::developmentTrust);
        watch.takeUp();
        assertThat(watch.takeUp()).isFalse();
        Path development = put(Branch.GOVERNMENT, "root.crt");
        for (int look = 0; look < 5; look++) {
            assertThat(watch.takeUp()).isFalse();
        }
        assertThat(trust.stores().authorities()).isEmpty();
        assertThat(watch.inTheWay()).isNotEmpty();
        Files.delete(development);
        watch.takeUp();
        assertThat(watch.takeUp()).isFalse();
        assertThat(watch.inTheWay()).as("it was taken away").isEmpty();
    }
}
