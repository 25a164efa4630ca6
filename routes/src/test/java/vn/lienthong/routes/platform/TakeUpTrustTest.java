package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.signature.path.TrustBranch;

/** A decision about trust reaches each node's own folder. */
final class TakeUpTrustTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256));
    private static final X509Certificate GOVERNMENT = PKI.root(Branch.GOVERNMENT);
    private static final X509Certificate PARTY = PKI.root(Branch.PARTY);

    @TempDir
    private Path folder;

    private final Listed decisions = new Listed();

    @Test
    void everyNodeTakesUpWhatOneDecided() throws Exception {
        decide(added("government", GOVERNMENT));
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        assertThat(new TakeUpTrust(one, decisions).takeUp()).isEmpty();
        decide(added("party", PARTY));
        decide(new ProposedAct.RemoveTrust("government", fingerprint(GOVERNMENT)));
        for (Path node : List.of(one, other)) {
            new TakeUpTrust(node, decisions).takeUp();
            assertThat(TrustFolder.read(node).authorities()).containsExactly(PARTY);
        }
    }

    @Test
    void whatAnAdministratorPutsThereByHandLaterStays() throws Exception {
        decide(added("government", GOVERNMENT));
        decide(new ProposedAct.RemoveTrust("government", fingerprint(GOVERNMENT)));
        new TakeUpTrust(folder, decisions).takeUp();
        Files.writeString(Files.createDirectories(folder.resolve("government")).resolve("own.crt"), Pem.of(GOVERNMENT));
        new TakeUpTrust(folder, decisions).takeUp();
        assertThat(TrustFolder.read(folder).authorities()).containsExactly(GOVERNMENT);
    }

    @Test
    void aFileOfSeveralLosesOnlyTheOneThatIsMeant() throws Exception {
        Path government = Files.createDirectories(folder.resolve("government"));
        Files.writeString(government.resolve("bundle.pem"), Pem.of(GOVERNMENT) + Pem.of(PARTY));
        decide(new ProposedAct.RemoveTrust("government", fingerprint(GOVERNMENT)));
        new TakeUpTrust(folder, decisions).takeUp();
        assertThat(TrustFolder.read(folder).authorities()).containsExactly(PARTY);
    }

    @Test
    void aRecordThatWasRestoredIsTakenUpAnew() throws Exception {
        decide(added("government", GOVERNMENT));
        new TakeUpTrust(folder, decisions).takeUp();
        decisions.all.clear();
        decide(added("party", PARTY));
        new TakeUpTrust(folder, decisions).takeUp();
        assertThat(TrustFolder.read(folder).authorities())
                .as("its number was used before, by another decision")
                .containsExactlyInAnyOrder(GOVERNMENT, PARTY);
    }

    @Test
    void whatCannotBeWrittenIsTriedAgain() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("government"), "no folder");
        decide(added("government", GOVERNMENT));
        TakeUpTrust node = new TakeUpTrust(folder, decisions);
        assertThat(node.takeUp()).contains("government");
        Files.delete(inTheWay);
        assertThat(node.takeUp()).isEmpty();
        assertThat(TrustFolder.read(folder).authorities()).containsExactly(GOVERNMENT);
    }

    @Test
    void whatCannotBeWrittenHoldsUpNoLaterDecision() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("government"), "no folder");
        decide(added("government", GOVERNMENT));
        decide(added("party", PARTY));
        TakeUpTrust node = new TakeUpTrust(folder, decisions);
        assertThat(node.takeUp()).contains("số 1").doesNotContain("số 2");
        assertThat(TrustFolder.files(folder, TrustBranch.PARTY)).hasSize(1);
        assertThat(node.waiting()).extracting(TrustDecisions.Decided::id).containsExactly(1L);
        assertThat(TrustExamination.examine(folder, decisions))
                .matches(line ->
                        line.state() == Diagnosis.State.WRONG && line.found().contains("số 1"));
        Files.delete(inTheWay);
        assertThat(new TakeUpTrust(folder, decisions).takeUp())
                .as("after a restart too")
                .isEmpty();
        assertThat(TrustFolder.read(folder).authorities()).containsExactlyInAnyOrder(GOVERNMENT, PARTY);
        assertThat(TrustExamination.examine(folder, decisions).state()).isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    void anEarlierDecisionAboutTheSameCertificateNeverComesAfterALaterOne() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("government"), "no folder");
        decide(added("government", GOVERNMENT));
        TakeUpTrust node = new TakeUpTrust(folder, decisions);
        node.takeUp();
        decide(new ProposedAct.RemoveTrust("government", fingerprint(GOVERNMENT)));
        assertThat(node.takeUp()).as("it is not there, as was decided last").isEmpty();
        Files.delete(inTheWay);
        assertThat(node.takeUp()).isEmpty();
        assertThat(TrustFolder.read(folder).authorities()).isEmpty();
    }

    @Test
    void aNodeThatHasNotLookedYetIsNoFault() throws Exception {
        decide(added("government", GOVERNMENT));
        assertThat(TrustExamination.examine(folder, decisions).state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(folder).isEmptyDirectory();
    }

    private void decide(ProposedAct act) {
        decisions.add(new TrustDecisions.Decided(0, act, NOW, "an, binh", "thử"), () -> {});
    }

    private static ProposedAct added(String branch, X509Certificate certificate) throws CertificateEncodingException {
        return new ProposedAct.AddTrust(branch, Base64.getEncoder().encodeToString(certificate.getEncoded()));
    }

    private static String fingerprint(X509Certificate certificate) throws IOException {
        return TrustFolder.fingerprint(certificate).hex();
    }

    private static final class Listed implements TrustDecisions {

        private final List<Decided> all = new ArrayList<>();

        @Override
        public void add(Decided decided, Runnable besides) {
            besides.run();
            all.add(new Decided(all.size() + 1L, decided.act(), decided.at(), decided.actors(), decided.reason()));
        }

        @Override
        public Optional<Decided> find(long id) {
            return all.stream().filter(decided -> decided.id() == id).findFirst();
        }

        @Override
        public List<Decided> after(long id, int limit) {
            return all.stream()
                    .filter(decided -> decided.id() > id)
                    .limit(limit)
                    .toList();
        }
    }
}
