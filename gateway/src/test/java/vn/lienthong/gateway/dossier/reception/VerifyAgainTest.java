package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.delivery.CloseAlert;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.TestDatabase;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.FetchLists;
import vn.lienthong.gateway.signature.path.FetchSettings;
import vn.lienthong.gateway.signature.path.PublishedLists;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** From an empty cache to a settled document, on a real database. */
final class VerifyAgainTest {

    @TempDir
    Path scratch;

    private final TestDatabase database = TestDatabase.fresh();
    private final Station station = new Station(database.jdbi());
    private final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(Station.NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256),
            station.clock);
    private final PublishedLists published = new PublishedLists();
    private final CrlCache cache = new CrlCache(
            DevTrust.stores(pki),
            new PostgresCrlStore(database.jdbi(), station.clock),
            ValidationPolicy.standard().clockSkew());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FetchLists fetching =
            new FetchLists(cache, published, FetchSettings.defaults(), threads, station.clock);
    private final AtomicInteger verified = new AtomicInteger();
    private final VerifyPdf verifier =
            new VerifyPdf(DevTrust.stores(pki), cache, ValidationPolicy.standard(), PdfLimits.standard());
    private final VerifySubmission verifying = new VerifySubmission(
            (name, content, at) -> {
                verified.incrementAndGet();
                return verifier.verify(name, content, at);
            },
            (kind, packet, at) -> {
                throw new AssertionError("no envelope is signed here");
            });

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    private VerifyAgain again() {
        return again(verifying);
    }

    private VerifyAgain again(VerifySubmission looking) {
        return again(looking, "1 GB");
    }

    private VerifyAgain again(VerifySubmission verifying, String able) {
        return new VerifyAgain(
                station.work,
                station.vault,
                new PacketReader(PacketLimits.defaults()),
                new VerifyAgain.Looking(verifying, able, ChooseOpinions.all()),
                cache::learnt,
                scratch,
                station.clock);
    }

    private Packet sealed(String id, Fate fate) throws Exception {
        DevIdentity seal = pki.sealOf("G01", "Bộ gửi", fate);
        byte[] bare = new MakeOfficialLetter()
                .make(OfficialLetter.of("Bộ gửi", "12/BG-VP", "Việc thử", station.clock.instant()));
        byte[] pdf = new SignPdf()
                .sign(bare, DevTrust.key(seal), SignatureDetails.of("Bộ gửi", "Ban hành", station.clock.instant()));
        Packet letter = Letters.letter(id, "H01");
        return Packet.toSend(
                letter.header(),
                letter.trace().getFirst(),
                letter.business(),
                List.of(Attachment.of("cid:1", "thu.pdf", "application/pdf", AttachmentContent.ofBytes(pdf))));
    }

    private DossierId take(String id, Fate fate) throws Exception {
        ReceptionAnswer answer = station.record(station.decide(sealed(id, fate), "sys-bo", verifying::verify));
        assertThat(answer).isInstanceOf(ReceptionAnswer.Taken.class);
        DossierId taken = ((ReceptionAnswer.Taken) answer).dossier();
        assertThat(station.dossier(taken).state()).as("never stopped").isEqualTo(DossierState.ACCEPTED);
        assertThat(station.dossier(taken).marks()).containsExactly(Mark.INDETERMINATE);
        assertThat(station.dossier(taken).verificationJson()).contains("TRY_LATER");
        return taken;
    }

    private List<Entry> looks(DossierId dossier) {
        return station.entries(dossier).stream()
                .filter(entry -> entry.event() == EvidenceEvent.VERIFIED_AGAIN)
                .toList();
    }

    @Test
    void aGoodSealIsSettledWhenItsListCame() throws Exception {
        DossierId good = take("D1", Fate.GOOD);
        VerifyAgain again = again();
        assertThat(again.verifyAgain()).isZero();
        assertThat(looks(good)).as("nothing changed, nothing is told").isEmpty();

        published.publish(pki);
        fetching.fetch();
        assertThat(again.verifyAgain()).isEqualTo(1);
        assertThat(station.dossier(good).marks()).isEmpty();
        assertThat(station.dossier(good).verificationJson()).contains("TOTAL_PASSED");
        assertThat(looks(good)).singleElement().satisfies(entry -> assertThat(entry.detailJson())
                .contains("thu.pdf: TOTAL_PASSED"));
        assertThat(station.alerts()).isEmpty();
        int before = verified.get();
        station.clock.pass(Duration.ofDays(2));
        assertThat(again.verifyAgain()).isZero();
        assertThat(verified).hasValue(before);
    }

    /** Looks at no file above 100 B. */
    private VerifySubmission narrow() {
        PdfLimits usual = PdfLimits.standard();
        PdfLimits small = new PdfLimits(
                100,
                usual.maximumRevisions(),
                usual.maximumSignatures(),
                usual.maximumValues(),
                usual.maximumInflatedBytes(),
                usual.maximumDepth(),
                usual.maximumRepairBytes());
        VerifyPdf strict = new VerifyPdf(DevTrust.stores(pki), cache, ValidationPolicy.standard(), small);
        return new VerifySubmission(strict::verify, (kind, packet, at) -> {
            throw new AssertionError("no envelope is signed here");
        });
    }

    private DossierId takeUnchecked(Fate fate) throws Exception {
        ReceptionAnswer answer = station.record(station.decide(sealed("D1", fate), "sys-bo", narrow()::verify));
        DossierId taken = ((ReceptionAnswer.Taken) answer).dossier();
        assertThat(station.dossier(taken).state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(station.dossier(taken).marks()).containsExactly(Mark.NOT_CHECKED);

        return taken;
    }

    @Test
    void aFileTooLargeToLookAtIsLookedAtWhenTheLimitIsRaised() throws Exception {
        published.publish(pki);
        DossierId taken = takeUnchecked(Fate.GOOD);
        VerifyAgain same = again(narrow(), "100 B");
        same.verifyAgain();
        assertThat(station.dossier(taken).marks()).containsExactly(Mark.NOT_CHECKED);
        assertThat(looks(taken)).isEmpty();
        station.clock.pass(Duration.ofHours(2));
        same.verifyAgain();
        assertThat(opinionsWait()).as("nothing passed").isZero();
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into second_opinion (dossier_id, due_at, outcome) values (?, now(), 'AGREED')",
                        taken.value()));

        VerifyAgain larger = again();
        larger.verifyAgain();
        assertThat(station.dossier(taken).marks()).as("its list is missing").containsExactly(Mark.INDETERMINATE);
        assertThat(opinionsWait()).as("asked about anew, by policy").isEqualTo(1);
        fetching.fetch();
        assertThat(larger.verifyAgain()).isEqualTo(1);
        assertThat(station.dossier(taken).marks()).isEmpty();
        assertThat(looks(taken)).hasSize(2);
    }

    @Test
    void whatFailsOnceItIsLookedAtIsHeldWhereItStillWaits() throws Exception {
        DossierId taken = takeUnchecked(Fate.REVOKED);
        published.publish(pki);
        fetching.fetch();
        again().verifyAgain();
        fetching.fetch();
        station.clock.pass(Duration.ofMinutes(5));
        again().verifyAgain();
        assertThat(station.dossier(taken).verificationJson()).contains("TOTAL_FAILED");
        assertThat(station.dossier(taken).state()).isEqualTo(DossierState.HELD);
        assertThat(station.dossier(taken).marks()).isEmpty();
        assertThat(station.copy(taken, "H01").state().name()).isEqualTo("HELD");
        assertThat(station.alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .contains("nay đang bị giữ"));
    }

    private int opinionsWait() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from second_opinion where outcome is null")
                        .mapTo(Integer.class)
                        .one());
    }

    /** A node that began before the list was here, and takes longer than its lease, ends after one that began with it. */
    @Test
    void whatAnotherNodeFoundMeanwhileStays() throws Exception {
        DossierId good = take("D1", Fate.GOOD);
        VerifySubmission slow = new VerifySubmission(
                (name, content, at) -> {
                    SignatureReport early = verifier.verify(name, content, at);
                    published.publish(pki);
                    fetching.fetch();
                    station.clock.pass(Duration.ofMinutes(11));
                    assertThat(again().verifyAgain()).isEqualTo(1);
                    return early;
                },
                (kind, packet, at) -> {
                    throw new AssertionError("no envelope is signed here");
                });
        assertThat(again(slow).verifyAgain()).isZero();
        assertThat(station.dossier(good).marks()).isEmpty();
        assertThat(station.dossier(good).verificationJson()).contains("TOTAL_PASSED");
        assertThat(looks(good)).hasSize(1);
    }

    @Test
    void aRevokedSealRaisesOneAlert() throws Exception {
        DossierId revoked = take("D1", Fate.REVOKED);
        published.publish(pki);
        fetching.fetch();
        VerifyAgain again = again();
        assertThat(again.verifyAgain()).isEqualTo(1);
        assertThat(station.dossier(revoked).marks()).isEmpty();
        assertThat(station.dossier(revoked).verificationJson()).contains("TOTAL_FAILED");
        assertThat(looks(revoked)).singleElement().satisfies(entry -> assertThat(entry.detailJson())
                .contains("thu.pdf: TOTAL_FAILED REVOKED")
                .contains("\"failed\":true"));
        assertThat(station.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("SIGNATURE_FAILED_LATER");
            assertThat(alert.dossier()).contains(revoked);
        });
        assertThat(station.copy(revoked, "H01").state().name())
                .as("policy is as it was")
                .isEqualTo("WAITING");
    }

    @Test
    void aSealRevokedAfterTheReceiptWasGoodThen() throws Exception {
        DossierId dossier = take("D1", Fate.GOOD);
        station.clock.pass(Duration.ofHours(3));
        pki.revoke(pki.sealOf("G01", "Bộ gửi", Fate.GOOD), Station.NOW.plus(Duration.ofHours(2)));
        published.publish(pki);
        fetching.fetch();
        assertThat(again().verifyAgain()).isEqualTo(1);
        assertThat(station.dossier(dossier).verificationJson())
                .as("the verdict is as of the receipt, the facts are today's")
                .contains("TOTAL_PASSED")
                .contains("\"REVOKED\"");
        assertThat(station.alerts()).isEmpty();
    }

    @Test
    void whereNobodyAnswersNothingSpins() throws Exception {
        DossierId dossier = take("D1", Fate.OCSP_DOWN);
        published.publish(PublishedLists.root(pki), pki.rootCrl(Branch.GOVERNMENT));
        VerifyAgain again = again();
        verified.set(0);
        for (Duration waited = Duration.ZERO; waited.toHours() < 6; waited = waited.plusSeconds(10)) {
            fetching.fetch();
            again.verifyAgain();
            station.clock.pass(Duration.ofSeconds(10));
        }
        assertThat(verified).hasValueLessThan(15);
        assertThat(verified).hasValueGreaterThan(4);
        assertThat(published.asked().stream()
                        .filter(address -> address.getPath().startsWith("/down")))
                .hasSizeBetween(10, 14);
        assertThat(station.dossier(dossier).marks()).containsExactly(Mark.INDETERMINATE);
        assertThat(looks(dossier)).isEmpty();
        assertThat(station.alerts()).isEmpty();
    }

    @Test
    void whatAFetchCannotSettleIsLeftToAPerson() throws Exception {
        DossierId dossier = take("D1", Fate.GOOD);
        // Trust is gone meanwhile: the path leads nowhere, and no list will change that.
        VerifySubmission distrusting = new VerifySubmission(
                (name, content, at) -> {
                    verified.incrementAndGet();
                    return untrusted(name, content, at);
                },
                (kind, packet, at) -> {
                    throw new AssertionError("no envelope is signed here");
                });
        VerifyAgain again = again(distrusting);
        assertThat(again.verifyAgain()).isZero();
        assertThat(station.dossier(dossier).marks()).containsExactly(Mark.INDETERMINATE);
        assertThat(station.alerts()).hasSize(1);
        int before = verified.get();
        station.clock.pass(Duration.ofDays(30));
        again.verifyAgain();
        assertThat(verified).hasValue(before);
    }

    private static SignatureReport untrusted(String name, PdfBytes content, Instant at) {
        return new VerifyPdf(TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), PdfLimits.standard())
                .verify(name, content, at);
    }

    /** An error in the reading of one document is none of the next one's. */
    @Test
    void aDocumentThatCannotBeVerifiedLetsTheOthersPass() throws Exception {
        DossierId first = take("D1", Fate.GOOD);
        DossierId second = take("D2", Fate.GOOD);
        published.publish(pki);
        fetching.fetch();
        AtomicInteger asked = new AtomicInteger();
        VerifyAgain again = again(new VerifySubmission(
                (name, content, at) -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return verifier.verify(name, content, at);
                },
                (kind, packet, at) -> {
                    throw new AssertionError("no envelope is signed here");
                }));
        assertThat(again.verifyAgain()).isEqualTo(1);
        station.clock.pass(Duration.ofMinutes(2));
        assertThat(again.verifyAgain()).as("its turn comes again").isEqualTo(1);
        assertThat(station.dossier(first).marks()).isEmpty();
        assertThat(station.dossier(second).marks()).isEmpty();
    }

    @Test
    void aDocumentThatKillsTheProcessIsLeftToAPerson() throws Exception {
        DossierId killer = take("D1", Fate.GOOD);
        VerifySubmission deadly = new VerifySubmission(
                (name, content, at) -> {
                    throw new Killed();
                },
                (kind, packet, at) -> {
                    throw new AssertionError("no envelope is signed here");
                });
        int deaths = 0;
        for (int day = 0; day < 30; day++) {
            try {
                // Each start learns anew what there is to learn.
                again(deadly).verifyAgain();
            } catch (Killed death) {
                deaths++;
            }
            station.clock.pass(Duration.ofDays(1));
        }
        assertThat(deaths).isEqualTo(5);
        assertThat(station.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("VERIFICATION_UNFINISHED");
            assertThat(alert.dossier()).contains(killer);
        });
        assertThat(station.dossier(killer).marks()).containsExactly(Mark.INDETERMINATE);
    }

    /** As sudden as a power cut, for a test. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void anAlertIsClosedOnceAndTheStoryTells() throws Exception {
        DossierId revoked = take("D1", Fate.REVOKED);
        published.publish(pki);
        fetching.fetch();
        again().verifyAgain();
        long id = station.read(t -> t.alerts().raised(false, 10)).getFirst().id();
        var closing = new CloseAlert(station.work, station.clock);

        assertThat(closing.close(id, "USER:van.thu", "đã báo nơi gửi")).isTrue();
        assertThat(closing.close(id, "USER:khac", "lần nữa")).isFalse();
        assertThat(closing.close(id + 1, "USER:khac", "không có")).isFalse();
        assertThat(station.alerts()).isEmpty();
        List<Alerts.Raised> closed = station.read(t -> t.alerts().raised(true, 10));
        assertThat(closed).singleElement().satisfies(raised -> assertThat(raised.closing())
                .contains(new Alerts.Closing(station.clock.instant(), "USER:van.thu", "đã báo nơi gửi")));
        Entry last = station.entries(revoked).getLast();
        assertThat(last.event()).isEqualTo(EvidenceEvent.ALERT_CLOSED);
        assertThat(last.actor()).isEqualTo("USER:van.thu");
        assertThat(last.detailJson()).contains("đã báo nơi gửi");
    }
}
