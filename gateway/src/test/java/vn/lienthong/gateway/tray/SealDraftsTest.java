package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.InMemoryAccessEvents;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.reception.SketchedAgencies;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.LastingFiles;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.InMemoryAgencySeals;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SealBy;
import vn.lienthong.gateway.seal.SealId;
import vn.lienthong.gateway.seal.SealJournal;
import vn.lienthong.gateway.seal.SealKeys;
import vn.lienthong.gateway.seal.SealMany;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.seal.SealSketch;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.RemoteSigner;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Many drafts by one question to the key: each has its own outcome, none is sealed twice. */
final class SealDraftsTest {
    private static final AgencyId WARD = Sketch.id("ward");
    private static final DevIdentity IDENTITY = SealSketch.identity("H57.25", Fate.GOOD);
    private static final byte[] LETTER = new MakeOfficialLetter()
            .make(OfficialLetter.of("UBND xã", "12/UBND-VP", "Thử đóng dấu nhiều văn bản", SealSketch.NOW));

    private final Station station = new Station(new InMemoryStores());
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final InMemoryAccessEvents journal = new InMemoryAccessEvents();
    private final List<Integer> questions = new ArrayList<>();
    private final InMemoryAgencySeals seals = new InMemoryAgencySeals();
    private Runnable whileSigning = () -> {};
    private int wrong = -1;

    private final SketchedAgencies agencies = new SketchedAgencies(new Sketch()
            .agency("ward", "2025-07-01", "")
            .code("H57.25", "ward", "2025-07-01", "")
            .directory());
    private final SealPdf pdfs = sealPdf();
    private final SealDraft one = new SealDraft(drafts, pdfs, station.vault, agencies, station.clock);
    private final SealDrafts sealing = new SealDrafts(one, pdfs, new SealMany(pdfs));

    private SealPdf sealPdf() {
        SealKeys keys = new SealKeys(
                seals,
                SealSketch.trust((certificate, issuer, at) ->
                        new RevocationAnswer.Good("CRL", station.clock.instant(), station.clock.instant())),
                new OpenKeys((place, secret) -> new Service()),
                true);
        LastingFiles never = (LastingFiles) Proxy.newProxyInstance(
                LastingFiles.class.getClassLoader(), new Class<?>[] {LastingFiles.class}, (proxy, method, given) -> {
                    throw new AssertionError(method.getName() + ": nothing lasts here");
                });
        BeginLasting nothing = new BeginLasting(never, (agency, kind) -> LastingRule.NONE, UUID::randomUUID);
        return new SealPdf(
                seals,
                keys,
                station.vault,
                new SealPdf.Limits(FormSettings.standard(), 2, Duration.ofSeconds(1), Duration.ofSeconds(5)),
                SealSketch.unproven(station.clock),
                new SealJournal(journal, station.work, nothing, station.clock),
                station.clock);
    }

    /** A signing service that lets many go under one authorisation. */
    private final class Service implements RemoteSigner {
        @Override
        public Credential credential() {
            return new Credential(IDENTITY.chain(), Set.of(SignatureAlgorithm.ECDSA_SHA256), 100);
        }

        @Override
        public List<byte[]> sign(List<Sha256> digests, SignatureAlgorithm algorithm) throws SigningException {
            questions.add(digests.size());
            whileSigning.run();
            List<byte[]> values = new ArrayList<>();
            for (int i = 0; i < digests.size(); i++) {
                values.add(value(i == wrong ? Sha256.of(new byte[0]) : digests.get(i)));
            }
            return values;
        }

        private byte[] value(Sha256 digest) throws SigningException {
            try {
                Signature signature = Signature.getInstance("NONEwithECDSA");
                signature.initSign(IDENTITY.key());
                signature.update(digest.bytes());
                return signature.sign();
            } catch (GeneralSecurityException impossible) {
                throw new SigningException("key", impossible);
            }
        }
    }

    @BeforeEach
    void seal() {
        SealCertificate certificate = SealCertificate.of(Pkcs12SigningKey.of(IDENTITY.key(), IDENTITY.chain()));
        AgencySeal seal = new AgencySeal(
                new SealId(new UUID(3, 1)),
                WARD,
                SealSketch.NOW.minusSeconds(60),
                Optional.empty(),
                new KeyPlace.Remote("https://ky.example.vn/csc/v2", "seal", "gateway"),
                Optional.empty(),
                certificate,
                "CLI:root");
        seals.add(seal, new AgencySeals.Extras(Optional.of("1".getBytes(StandardCharsets.UTF_8)), Optional.empty()));
    }

    private StoredBytes keep(byte[] bytes) {
        try (Spool spool = station.vault.open()) {
            spool.write(bytes);
            StoredBytes stored = spool.keep();
            station.vault.sync(stored);
            return stored;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Draft draft(int number, byte[]... files) {
        List<DraftFile> carried = new ArrayList<>();
        for (byte[] file : files) {
            carried.add(new DraftFile("tệp-" + carried.size() + ".pdf", keep(file)));
        }
        DraftFields fields = new DraftFields("1" + number, "UBND-VP", "", "", "", "về việc", "", "", "Lê Văn A", 0);
        Draft draft = Draft.begun(new DraftId(new UUID(1, number)), WARD, "USER:a", SealSketch.NOW)
                .with(fields, "", SealSketch.NOW)
                .carrying(carried, SealSketch.NOW);
        drafts.add(draft);
        return draft;
    }

    private Draft now(Draft draft) {
        return drafts.find(draft.id()).orElseThrow();
    }

    private SignatureReport verify(DraftFile file) {
        try (var in = station.vault.read(file.bytes().digest())) {
            return new VerifyPdf(
                            TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), PdfLimits.standard())
                    .verify(file.name(), PdfBytes.of(in.readAllBytes()), SealSketch.NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> outcomes(List<SealDrafts.Result> results) {
        return results.stream()
                .map(result -> result.number() + " "
                        + switch (result.outcome()) {
                            case SealDraft.Outcome.Sealed sealed -> "sealed";
                            case SealDraft.Outcome.Changed changed -> "changed";
                            case SealDraft.Outcome.NotSealed not ->
                                not.why().getClass().getSimpleName();
                        })
                .toList();
    }

    @Test
    void oneQuestionToTheKeySealsDocumentsAndTheirAnnexes() throws IOException {
        Draft first = draft(1, LETTER, LETTER);
        Draft second = draft(2, LETTER);
        List<Draft> shown = List.of(first, second);
        assertThat(sealing.look(shown)).hasSize(3).allMatch(line -> line.look() instanceof SealPdf.Look.Fits);
        assertThat(questions).as("looking asks nobody").isEmpty();

        assertThat(outcomes(sealing.seal(shown, "USER:a"))).containsExactly("0 sealed", "1 sealed", "0 sealed");
        assertThat(questions).containsExactly(3);
        for (DraftFile file : List.of(
                now(first).files().get(0),
                now(first).files().get(1),
                now(second).files().get(0))) {
            assertThat(file.before()).isPresent();
            assertThat(verify(file).verdicts())
                    .singleElement()
                    .matches(verdict -> verdict.facts().integrity() == Integrity.INTACT);
        }
        assertThat(outcomes(sealing.seal(shown, "USER:a")))
                .as("as they were shown before: no draft takes a second seal")
                .containsExactly("0 changed", "1 changed", "0 changed");
        assertThat(SealDrafts.files(now(first))).isEmpty();
        assertThat(sealing.seal(List.of(now(first), now(second)), "USER:a")).isEmpty();
    }

    @Test
    void oneThatFailsDoesNotStopTheRest() throws IOException {
        byte[] damaged = "%PDF-1.7 hỏng".getBytes(StandardCharsets.UTF_8);
        Draft first = draft(1, damaged);
        Draft second = draft(2, LETTER);
        Draft third = draft(3, LETTER);
        wrong = 0;
        assertThat(outcomes(sealing.seal(List.of(first, second, third), "USER:a")))
                .containsExactly("0 Refused", "0 KeyUnusable", "0 sealed");
        assertThat(now(first)).isEqualTo(first);
        assertThat(now(second)).isEqualTo(second);
        assertThat(now(third).files().getFirst().before()).isPresent();
    }

    @Test
    void aDraftThatIsChangedMeanwhileStaysAsItIs() throws IOException {
        Draft first = draft(1, LETTER);
        Draft second = draft(2, LETTER);
        whileSigning = () -> drafts.replace(first, first.to(List.of(), SealSketch.NOW));
        assertThat(outcomes(sealing.seal(List.of(first, second), "USER:a"))).containsExactly("0 changed", "0 sealed");
        assertThat(now(first).files()).isEqualTo(first.files());
        assertThat(journal.find(AccessEvents.Query.EVERYTHING, Long.MAX_VALUE, 100))
                .extracting(kept -> kept.event().act())
                .contains(Optional.of(AccessAct.SEAL_UNUSED));
    }

    private List<Draft> twentyThree() {
        return IntStream.range(0, 23).mapToObj(number -> draft(number, LETTER)).toList();
    }

    @Test
    void aDraftThatChangedBeforeItsTurnDoesNotCostTheKeyAQuestion() throws IOException {
        List<Draft> many = twentyThree();
        Draft last = many.getLast();
        whileSigning = () -> drafts.replace(last, last.to(List.of(), SealSketch.NOW));
        List<String> outcomes = outcomes(sealing.seal(many, "USER:a"));
        assertThat(outcomes.subList(0, 22)).containsOnly("0 sealed");
        assertThat(outcomes.getLast()).isEqualTo("0 changed");
        assertThat(questions).containsExactly(20, 2);
    }

    @Test
    void aFaultInHearingOfOneKeepsNobodyElseFromBeingTold() {
        List<SealMany.Asked> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SealBy by = new SealBy("USER:a", "nháp " + i);
            asked.add(new SealMany.Asked(one.order(draft(i, LETTER), 0, Optional.empty()), by, () -> true));
        }
        List<Integer> told = new ArrayList<>();
        SealMany.Done done = (number, outcome) -> {
            told.add(number);
            assertThat(outcome).isInstanceOf(SealPdf.Outcome.Sealed.class);
            if (number < 2) {
                throw new IOException("kho " + number);
            }
        };
        assertThatThrownBy(() -> new SealMany(pdfs).seal(asked, done))
                .hasMessage("kho 0")
                .hasSuppressedException(new IOException("kho 1"));
        assertThat(told).containsExactly(0, 1, 2);
        assertThat(questions).containsExactly(3);
    }

    @Test
    void moreThanAHandfulAreAskedForInSeveralTurns() throws IOException {
        List<Draft> many = twentyThree();
        assertThat(outcomes(sealing.seal(many, "USER:a"))).hasSize(23).containsOnly("0 sealed");
        assertThat(questions).containsExactly(20, 3);
    }
}
