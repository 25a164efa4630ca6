package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.InMemoryHandOffs;
import vn.lienthong.gateway.desk.OpenHandOff;
import vn.lienthong.gateway.desk.ReceiveSigned;
import vn.lienthong.gateway.desk.ReceiveSigned.Received;
import vn.lienthong.gateway.desk.SignedBack;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingDesk;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.WaitBriefly;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SealSketch;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.tray.Draft;

/** An officer's token at the own desk: what comes back is the request's where everything is still as it was; the file was checked before. */
class SignRequestAtDeskTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final ApprovalDesk desk = new ApprovalDesk();
    private final InMemoryHandOffs handOffs = new InMemoryHandOffs();
    private final SignRequestAtDesk signing = over(desk.requests);

    private SignRequestAtDesk over(SigningRequests requests) {
        return over(requests, desk.stamping);
    }

    private SignRequestAtDesk over(SigningRequests requests, StampSignature stamping) {
        return new SignRequestAtDesk(
                requests,
                desk.signers,
                desk.keys,
                new SignFile(desk.keys, desk.vault, FormSettings.standard(), stamping),
                new OpenHandOff(
                        handOffs,
                        desk.vault,
                        desk.events,
                        Duration.ofMinutes(10),
                        new Random(7),
                        UUID::randomUUID,
                        desk.clock),
                desk.journal,
                desk.clock);
    }

    private static SealCertificate token(String name) {
        DevIdentity identity = SealSketch.PKI.official(name, "UBND xã", "H57.25", Fate.GOOD);
        return SealCertificate.of(Pkcs12SigningKey.of(identity.key(), identity.chain()));
    }

    private AddSigner.Outcome add(SealCertificate certificate, String user, Optional<byte[]> picture) {
        AddSigner adding =
                new AddSigner(desk.keys, desk.trust, OpenKeys.local(), desk.events, UUID::randomUUID, desk.clock);
        return adding.add(
                new AddSigner.Wanted(
                        desk.accounts.find(user).orElseThrow(),
                        new KeyPlace.Desk(),
                        Optional.empty(),
                        new byte[0],
                        picture,
                        "CLI:root"),
                certificate);
    }

    private SealCertificate keyAtDesk() {
        return keyAtDesk("Lê Anh");
    }

    private SealCertificate keyAtDesk(String name) {
        SealCertificate token = token(name);
        assertThat(add(token, ApprovalDesk.OFFICER, Optional.empty())).isInstanceOf(AddSigner.Outcome.Added.class);
        return token;
    }

    private HandOff opened(SigningRequest request) throws IOException {
        return ((SignRequestAtDesk.Outcome.Opened) signing.open(request, Optional.empty()))
                .opened()
                .handOff();
    }

    private SignedBack back(SealCertificate by, String text) {
        StoredBytes bytes = desk.keep(text.getBytes(StandardCharsets.UTF_8));
        return new SignedBack(bytes, by.facts().certificate(), desk.clock.instant());
    }

    @Test
    void whatComesBackGetsItsTimestampBeforeItIsReceived() throws IOException {
        SealCertificate token = keyAtDesk();
        SigningRequest request = desk.asked(desk.draft());
        HandOff handOff = opened(request);
        LastingDesk authority = new LastingDesk();
        StoredBytes signed = desk.keep(authority.sealed());
        SignRequestAtDesk stamping = over(
                desk.requests,
                new StampSignature(
                        authority.extending,
                        (agency, kind) -> new LastingRule(LastingLevel.T, false),
                        new WaitBriefly(Duration.ofSeconds(30), ForkJoinPool.commonPool(), authority.clock)));
        SignedBack ready =
                stamping.ready(handOff, new SignedBack(signed, token.facts().certificate(), desk.clock.instant()));
        assertThat(ready.bytes().digest()).isNotEqualTo(signed.digest());
        assertThat(ready.certificate()).isEqualTo(token.facts().certificate());
        assertThat(stamping.receive(handOff, ready)).isInstanceOf(ReceiveSigned.Received.Taken.class);
        assertThat(desk.now(request).bytes()).contains(ready.bytes());
        assertThat(signing.ready(handOff, ready)).as("where none is asked for").isEqualTo(ready);
    }

    private ItemOutcome hindrance(SigningRequest request) throws IOException {
        return ((SignRequestAtDesk.Outcome.NotOpened) signing.open(request, Optional.empty())).why();
    }

    @Test
    void whatComesBackIsTheDraftsAndOnRecordOnce() throws IOException {
        SealCertificate token = keyAtDesk();
        Draft draft = desk.draft();
        SigningRequest request = desk.asked(draft);
        BatchId batch = new BatchId(UUID.randomUUID());
        HandOff handOff = ((SignRequestAtDesk.Outcome.Opened) signing.open(request, Optional.of(batch)))
                .opened()
                .handOff();
        assertThat(handOff.purpose()).isEqualTo(DeskPurpose.OFFICER);
        assertThat(handOff.pdf()).isEqualTo(request.bytes().orElseThrow());
        assertThat(handOff.user()).isEqualTo(ApprovalDesk.ACTOR);
        assertThat(handOff.certificates()).containsExactly(token.facts().certificate());
        assertThat(SignRequestAtDesk.batch(handOff)).contains(batch);
        SignedBack back = back(token, "signed");
        assertThat(signing.receive(handOff, back)).isEqualTo(new Received.Taken());
        assertThat(signing.receive(handOff, back(token, "signed twice")))
                .isEqualTo(refused(DeskRefusal.TARGET_CHANGED));
        SigningRequest now = desk.now(request);
        assertThat(now.state()).isEqualTo(RequestState.SIGNED);
        assertThat(now.decision().orElseThrow())
                .isEqualTo(new Decision(ApprovalDesk.ACTOR, back.at(), "", Optional.of(back.certificate())));
        assertThat(desk.drafts.find(draft.id()).orElseThrow().files().getFirst().bytes())
                .isEqualTo(back.bytes());
        assertThat(desk.events.latest(3))
                .extracting(AccessEvent::name)
                .containsExactly("SIGNED", "SIGN_ASKED", "DESK_HANDED_OUT");
        assertThat(desk.events.latest(1).getFirst().detail())
                .contains(
                        request.asked().hex(),
                        back.certificate().hex(),
                        back.bytes().digest().hex());
    }

    private static Received refused(DeskRefusal why) {
        return new Received.Refused(why, "");
    }

    @Test
    void whatWasDecidedOrEndedMeanwhileIsNotSigned() throws IOException {
        SealCertificate token = keyAtDesk();
        SigningRequest gone = desk.asked(desk.draft());
        HandOff ofGone = opened(gone);
        desk.deciding.takeBack(gone, "USER:vt");
        assertThat(signing.receive(ofGone, back(token, "a"))).isEqualTo(refused(DeskRefusal.TARGET_CHANGED));
        assertThat(desk.now(gone).state()).isEqualTo(RequestState.TAKEN_BACK);

        SigningRequest request = desk.asked(desk.draft());
        HandOff handOff = opened(request);
        Received overtaken =
                over(new OvertakenRequests(desk.requests, desk.deciding)).receive(handOff, back(token, "b"));
        assertThat(overtaken).isEqualTo(refused(DeskRefusal.TARGET_CHANGED));
        assertThat(desk.now(request).state()).isEqualTo(RequestState.TAKEN_BACK);
        assertThat(desk.events.latest(1).getFirst().name()).isEqualTo(AccessAct.SIGN_UNUSED.name());

        SigningRequest third = desk.asked(desk.draft());
        HandOff ofThird = opened(third);
        desk.clock.pass(Duration.ofSeconds(1));
        keyAtDesk("Lê Anh Mới");
        assertThat(signing.receive(ofThird, back(token, "c"))).isEqualTo(refused(DeskRefusal.NO_LONGER_EXPECTED));
        Mandate sign = desk.mandates.of(ApprovalDesk.OFFICER).getFirst();
        desk.mandates.end(ApprovalDesk.OFFICER, sign.endedAt(desk.clock.instant()));
        assertThat(signing.receive(ofThird, back(token, "c"))).isEqualTo(refused(DeskRefusal.NO_MANDATE));
        assertThat(desk.now(third).isOpen()).isTrue();
        assertThat(hindrance(third)).isEqualTo(ItemOutcome.NO_MANDATE);
    }

    @Test
    void whatCannotBeSignedThereIsNotHandedOut() throws IOException {
        SigningRequest request = desk.asked(desk.draft());
        assertThat(hindrance(request)).isEqualTo(ItemOutcome.NO_KEY);
        assertThat(desk.add(folder, Fate.GOOD, SealSketch.PIN)).isInstanceOf(AddSigner.Outcome.Added.class);
        assertThat(signing.open(request, Optional.empty())).isInstanceOf(SignRequestAtDesk.Outcome.Here.class);
        desk.clock.pass(Duration.ofSeconds(1));
        keyAtDesk();
        SigningRequest bad = desk.asked(desk.draft("%PDF-1.7 no more".getBytes(StandardCharsets.US_ASCII)));
        assertThat(hindrance(bad)).isEqualTo(ItemOutcome.FILE_REFUSED);
        desk.deciding.takeBack(request, "USER:vt");
        assertThat(hindrance(desk.now(request))).isEqualTo(ItemOutcome.CHANGED);
        assertThat(desk.events.latest(50))
                .extracting(AccessEvent::name)
                .doesNotContain("DESK_HANDED_OUT", "SIGN_ASKED");
    }

    @Test
    void aBatchIsSignedOneByOneThere() throws IOException {
        SealCertificate token = keyAtDesk();
        SigningRequest one = desk.asked(desk.draft());
        SigningRequest two = desk.asked(desk.draft());
        SigningBatch confirmed = desk.confirmed(one);
        desk.signing.next();
        assertThat(desk.now(confirmed).items())
                .extracting(SigningBatch.Item::outcome)
                .containsExactly(ItemOutcome.AT_DESK);
        NextAtDesk next = new NextAtDesk(desk.batches, desk.requests, desk.signers, desk.clock);
        SigningBatch batch = desk.confirming.lineUp(ApprovalDesk.OFFICER, List.of(two, one));
        assertThat(desk.signing.next()).as("nothing for the gateway").isFalse();
        assertThat(next.of(ApprovalDesk.OFFICER, batch.id())).contains(two);
        assertThat(next.of("pct.binh", batch.id())).as("another's").isEmpty();
        assertThat(signing.receive(opened(two), back(token, "two"))).isEqualTo(new Received.Taken());
        assertThat(next.of(ApprovalDesk.OFFICER, batch.id())).contains(one);
        desk.deciding.takeBack(one, "USER:vt");
        assertThat(next.of(ApprovalDesk.OFFICER, batch.id())).isEmpty();
    }

    @Test
    void aTokenIsAddedByItsCertificateAlone() {
        desk.accounts.save(new Account("van.thu", "Văn Thư", Role.CLERK, false, true), "{x}1");
        assertThat(add(token("Lê Anh"), "van.thu", Optional.empty())).isInstanceOf(AddSigner.Outcome.Refused.class);
        assertThat(add(token("Lê Anh"), ApprovalDesk.OFFICER, Optional.of(ApprovalDesk.picture())))
                .isInstanceOf(AddSigner.Outcome.Refused.class);
        assertThat(desk.keys.all()).isEmpty();
        keyAtDesk();
        SignerKey key = desk.keys.all().getFirst();
        assertThat(key.isAtDesk()).isTrue();
        assertThat(desk.keys.secret(key.id())).isEmpty();
    }
}
