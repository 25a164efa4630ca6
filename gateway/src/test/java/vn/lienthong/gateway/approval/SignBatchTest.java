package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.seal.SealSketch;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.tray.Draft;

/** What a clerk puts before an officer is signed once, as it was confirmed, by who may sign then; everything else is told. */
class SignBatchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final ApprovalDesk desk = new ApprovalDesk();

    private void key() {
        assertThat(desk.add(folder, Fate.GOOD, SealSketch.PIN)).isInstanceOf(AddSigner.Outcome.Added.class);
    }

    private List<ItemOutcome> outcomes(SigningBatch batch) {
        return desk.now(batch).items().stream().map(SigningBatch.Item::outcome).toList();
    }

    private SignatureReport report(byte[] pdf) {
        TrustStores stores = TrustStores.of(new TrustStore(
                TrustBranch.GOVERNMENT,
                List.of(SealSketch.PKI.root(Branch.GOVERNMENT)),
                List.of(SealSketch.PKI.issuingCa(Branch.GOVERNMENT))));
        return new VerifyPdf(
                        stores,
                        (certificate, issuer, at) ->
                                new RevocationAnswer.Good("CRL", SealSketch.NOW, SealSketch.NOW.plusSeconds(60)),
                        ValidationPolicy.standard(),
                        PdfLimits.standard())
                .verify("a.pdf", PdfBytes.of(pdf), desk.clock.instant());
    }

    @Test
    void manyAreSignedAtOnceAndEachDraftGetsItsOwnFile() {
        key();
        Draft draft = desk.draft();
        SigningRequest one = desk.asked(draft);
        SigningRequest two = desk.asked(desk.draft());
        byte[] before = desk.file(one);
        SigningBatch batch = desk.confirmed(one, two);
        desk.work();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.SIGNED, ItemOutcome.SIGNED);
        assertThat(desk.now(batch).finishedAt()).isPresent();
        byte[] signed = desk.file(one);
        assertThat(Arrays.copyOf(signed, before.length)).as("an increment").isEqualTo(before);
        assertThat(report(signed).verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(verdict.facts().signer().orElseThrow().commonName()).isEqualTo("Lê Anh");
        });
        assertThat(desk.drafts.find(draft.id()).orElseThrow().files().getFirst().bytes())
                .isEqualTo(desk.now(one).bytes().orElseThrow());
        assertThat(desk.events.latest(20))
                .extracting(AccessEvent::name)
                .filteredOn(name -> !name.equals(AccessAct.SIGNER_ADDED.name()))
                .containsExactly(
                        "SIGNED",
                        "SIGN_ASKED",
                        "SIGNED",
                        "SIGN_ASKED",
                        "SIGNING_AUTHORISED",
                        "SIGNING_AUTHORISED",
                        "SIGNING_REQUESTED",
                        "SIGNING_REQUESTED");
        assertThat(desk.events.latest(1).getFirst())
                .satisfies(event -> assertThat(event.actor()).isEqualTo(ApprovalDesk.ACTOR))
                .satisfies(event -> assertThat(event.detail()).contains("certificate ", " → "));
    }

    @Test
    void whatWasTakenBackOrConfirmedTwiceIsNotSignedTwice() {
        key();
        SigningRequest gone = desk.asked(desk.draft());
        SigningRequest twice = desk.asked(desk.draft());
        SigningBatch first = desk.confirmed(gone, twice);
        assertThat(desk.confirming.confirm(ApprovalDesk.OFFICER, List.of(twice), ApprovalDesk.ACTOR, "x"))
                .as("it waits already")
                .isEmpty();
        assertThat(desk.confirming.before(List.of(twice))).contains(first.id());
        assertThat(desk.deciding.takeBack(gone, "USER:vt")).isTrue();
        desk.work();
        byte[] signed = desk.file(twice);
        assertThat(outcomes(first)).containsExactly(ItemOutcome.CHANGED, ItemOutcome.SIGNED);
        SigningBatch second = desk.confirmed(twice);
        desk.work();
        assertThat(outcomes(second)).containsExactly(ItemOutcome.CHANGED);
        assertThat(desk.file(twice)).isEqualTo(signed);
        assertThat(desk.now(gone).state()).isEqualTo(RequestState.TAKEN_BACK);
    }

    @Test
    void aMandateThatEndedMeanwhileSignsNothing() {
        key();
        SigningRequest request = desk.asked(desk.draft());
        desk.clock.pass(Duration.ofMinutes(121));
        SigningBatch batch = desk.confirmed(request);
        desk.work();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.NO_MANDATE);
        assertThat(desk.now(request).isOpen()).isTrue();
        assertThat(desk.events.latest(50)).extracting(AccessEvent::name).doesNotContain("SIGN_ASKED");
        assertThat(desk.asking.ask(desk.draft(), ApprovalDesk.OFFICER, "", Optional.empty(), "USER:vt"))
                .isInstanceOf(AskToSign.Outcome.NoSigner.class);
    }

    @Test
    void aBatchThatWasKilledGoesOnWhereItStood() {
        key();
        SigningRequest one = desk.asked(desk.draft());
        SigningRequest two = desk.asked(desk.draft());
        SigningBatch batch = desk.confirmed(one, two);
        SignBatch dying = desk.signing(new DyingRequests(desk.requests, two));
        assertThat(dying.next()).isTrue();
        assertThatThrownBy(dying::next).isInstanceOf(IllegalStateException.class);
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.SIGNED, ItemOutcome.WAITING);
        byte[] signed = desk.file(one);
        assertThat(desk.signing.next()).as("the other one may still be at it").isFalse();
        desk.clock.pass(Duration.ofMinutes(10));
        desk.work();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.SIGNED, ItemOutcome.SIGNED);
        assertThat(desk.file(one)).as("not a second time").isEqualTo(signed);
        assertThat(report(desk.file(two)).verdicts()).hasSize(1);
    }

    @Test
    void anOfficersWordIsNotGoodForEver() {
        key();
        SigningRequest request = desk.asked(desk.draft());
        SigningBatch batch = desk.confirmed(request);
        desk.clock.pass(Duration.ofMinutes(61));
        desk.work();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.CUT_OFF);
        assertThat(desk.now(request).isOpen()).isTrue();
        SigningBatch again = desk.confirmed(request);
        desk.work();
        assertThat(outcomes(again)).containsExactly(ItemOutcome.SIGNED);
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() {
        key();
        SigningRequest bad = desk.asked(desk.draft("%PDF-1.7 no more".getBytes(StandardCharsets.US_ASCII)));
        SigningRequest good = desk.asked(desk.draft());
        SigningBatch batch = desk.confirmed(bad, good);
        desk.work();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.FILE_REFUSED, ItemOutcome.SIGNED);
        assertThat(desk.now(batch).items().getFirst().detail()).startsWith("SIGNING_");
    }

    @Test
    void withoutAKeyOrWithAKeyThatDoesNotOpenNothingIsSigned() {
        SigningRequest one = desk.asked(desk.draft());
        SigningRequest two = desk.asked(desk.draft());
        SigningBatch none = desk.confirmed(one);
        desk.work();
        assertThat(outcomes(none)).containsExactly(ItemOutcome.NO_KEY);
        assertThat(desk.add(folder, Fate.GOOD, "sai")).isInstanceOf(AddSigner.Outcome.Refused.class);
        assertThat(desk.add(folder, Fate.EXPIRED, SealSketch.PIN)).isInstanceOf(AddSigner.Outcome.Refused.class);
        assertThat(desk.keys.all()).isEmpty();
        key();
        desk.keys.end(desk.keys.all().getFirst().id(), desk.clock.instant());
        desk.keys.add(
                new SignerKey(
                        new SignerId(new java.util.UUID(9, 9)),
                        ApprovalDesk.OFFICER,
                        desk.clock.instant().plusSeconds(1),
                        Optional.empty(),
                        desk.keys.all().getFirst().place(),
                        Optional.of("/nowhere/pin"),
                        desk.keys.all().getFirst().certificate(),
                        "CLI:root"),
                new SignerKeys.Extras(Optional.empty(), Optional.of(ApprovalDesk.picture())));
        desk.clock.pass(Duration.ofSeconds(2));
        SigningBatch unusable = desk.confirmed(one, two);
        desk.work();
        assertThat(outcomes(unusable)).containsExactly(ItemOutcome.KEY_UNUSABLE, ItemOutcome.KEY_UNUSABLE);
        assertThat(desk.now(one).isOpen()).isTrue();
    }

    @Test
    void whatTheOfficerRefusesGoesBackWithTheReason() {
        SigningRequest request = desk.asked(desk.draft());
        assertThatThrownBy(() -> desk.deciding.refuse(request, " ", ApprovalDesk.ACTOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.deciding.refuse(request, "sai căn cứ\u0000", ApprovalDesk.ACTOR))
                .isTrue();
        assertThat(desk.deciding.takeBack(request, "USER:vt")).isFalse();
        assertThat(desk.now(request).decision().orElseThrow().reason()).isEqualTo("sai căn cứ");
        assertThat(desk.confirming.open(ApprovalDesk.OFFICER, List.of(request.id())))
                .isEmpty();
        Draft back = desk.drafts.find(request.draft()).orElseThrow();
        assertThat(desk.drafts.replace(back, back.carrying(List.of(), desk.clock.instant())))
                .isTrue();
    }

    @Test
    void onlyAnOfficerWithAMandateIsAskedAndOnlyForADocumentThatIsNotSealed() {
        desk.accounts.save(new Account("van.thu", "Văn thư", Role.CLERK, false, true), "{x}1");
        desk.mandates.grant("van.thu", new Mandate(ApprovalDesk.COMMUNE, Right.SIGN, SealSketch.NOW, Optional.empty()));
        Draft draft = desk.draft();
        assertThat(desk.signers.of(ApprovalDesk.COMMUNE, desk.clock.instant()))
                .extracting(Account::username)
                .containsExactly(ApprovalDesk.OFFICER);
        assertThat(desk.asking.ask(draft, "van.thu", "", Optional.empty(), "USER:vt"))
                .isInstanceOf(AskToSign.Outcome.NoSigner.class);
        assertThat(desk.asking.ask(
                        draft.carrying(List.of(), SealSketch.NOW),
                        ApprovalDesk.OFFICER,
                        "",
                        Optional.empty(),
                        "USER:vt"))
                .isInstanceOf(AskToSign.Outcome.NothingToSign.class);
        desk.asked(draft);
        assertThat(desk.asking.ask(draft, ApprovalDesk.OFFICER, "", Optional.empty(), "USER:vt"))
                .as("it is before the officer already")
                .isInstanceOf(AskToSign.Outcome.Changed.class);
    }
}
