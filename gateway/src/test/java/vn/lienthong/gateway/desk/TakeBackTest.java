package vn.lienthong.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.desk.DeskFixture.At;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/** What comes back from a desk: good, and in every way in which it can be otherwise. */
class TakeBackTest {

    private static final SigningKey SEAL = DevTrust.seal(Fate.GOOD);
    private static final SigningKey OTHER = DevTrust.official("Người khác");

    private final DeskFixture desk = new DeskFixture();

    static byte[] signed(byte[] pdf, SigningKey key) {
        try {
            return new SignPdf().sign(pdf, key, new SignatureDetails("Văn thư", "", DevTrust.NOW, 8192));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void theOldFileWithTheOneSignatureMoreIsTaken() throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        byte[] back = signed(DeskFixture.LETTER, SEAL);
        HandOff outcome = desk.taking.receive(desk.taken(), desk.kept(back));
        assertThat(outcome.state()).isEqualTo(HandOffState.RETURNED);
        assertThat(desk.handOffs.find(handOff.id())).contains(outcome);
        assertThat(desk.received).singleElement().satisfies(signed -> {
            assertThat(signed.bytes().digest()).isEqualTo(Sha256.of(back));
            assertThat(signed.certificate()).isEqualTo(DeskFixture.certificate(SEAL));
        });
        assertThat(desk.taking.take(desk.opened().giveBack()))
                .as("a second time")
                .isEmpty();
        assertThat(desk.events.latest(9))
                .extracting(AccessEvent::act)
                .containsExactly(Optional.of(AccessAct.DESK_RETURNED), Optional.of(AccessAct.DESK_HANDED_OUT));
    }

    @Test
    void aSealBesideAnOfficersSignatureIsTakenToo() throws IOException {
        byte[] signed = signed(DeskFixture.LETTER, OTHER);
        desk.fetched(signed, SEAL);
        assertThat(desk.taking
                        .receive(desk.taken(), desk.kept(signed(signed, SEAL)))
                        .state())
                .isEqualTo(HandOffState.RETURNED);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                back("unsigned", pdf -> pdf, DeskRefusal.OTHER_FILE),
                back("another file", pdf -> signed(DeskFixture.letter("Văn bản khác"), SEAL), DeskRefusal.OTHER_FILE),
                back("an earlier byte changed", TakeBackTest::flipped, DeskRefusal.OTHER_FILE),
                back("something else at its end", pdf -> join(pdf, "không phải chữ ký"), DeskRefusal.NOT_SOUND),
                back("two signatures", pdf -> signed(signed(pdf, SEAL), SEAL), DeskRefusal.NOT_ONE_SIGNATURE),
                back("bytes behind it", pdf -> join(signed(pdf, SEAL), "\n% thêm\n"), DeskRefusal.NOT_SOUND),
                back("another's certificate", pdf -> signed(pdf, OTHER), DeskRefusal.OTHER_CERTIFICATE),
                back("a comment too", pdf -> signed(withComment(pdf), SEAL), DeskRefusal.CHANGED_CONTENT),
                back("another page text too", pdf -> signed(withText(pdf), SEAL), DeskRefusal.CHANGED_CONTENT));
    }

    private static Arguments back(String name, UnaryOperator<byte[]> plugin, DeskRefusal why) {
        return Arguments.of(name, plugin, why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrong(String name, UnaryOperator<byte[]> plugin, DeskRefusal why) throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        HandOff outcome = desk.taking.receive(desk.taken(), desk.kept(plugin.apply(DeskFixture.LETTER)));
        assertThat(outcome.refusal()).as(name + ": " + outcome.detail()).contains(why);
        assertThat(desk.handOffs.find(handOff.id()).map(HandOff::state)).contains(HandOffState.REFUSED);
        assertThat(desk.received).isEmpty();
        assertThat(desk.events.latest(1).getFirst().act()).contains(AccessAct.DESK_REFUSED);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(Fate.REVOKED, DeskRefusal.REVOKED),
                Arguments.of(Fate.EXPIRED, DeskRefusal.OUT_OF_VALIDITY),
                Arguments.of(Fate.UNTRUSTED, DeskRefusal.NOT_TRUSTED));
    }

    @ParameterizedTest
    @MethodSource
    void unusable(Fate fate, DeskRefusal why) throws IOException {
        SigningKey key = DevTrust.seal(fate);
        desk.fetched(DeskFixture.LETTER, key);
        HandOff outcome = desk.taking.receive(desk.taken(), desk.kept(signed(DeskFixture.LETTER, key)));
        assertThat(outcome.refusal()).as(outcome.detail()).contains(why);
        assertThat(outcome.detail()).as("the finding").isNotBlank();
        assertThat(desk.received).isEmpty();
    }

    @Test
    void whatIsNotKnownOfRevocationYetIsNoReasonToRefuse() throws IOException {
        desk.knowNothingOfRevocation();
        desk.fetched(DeskFixture.LETTER, SEAL);
        assertThat(desk.taking
                        .receive(desk.taken(), desk.kept(signed(DeskFixture.LETTER, SEAL)))
                        .state())
                .isEqualTo(HandOffState.RETURNED);
    }

    @Test
    void whereItsTargetChangedItIsRefusedWithThat() throws IOException {
        desk.answer = new ReceiveSigned.Received.Refused(DeskRefusal.TARGET_CHANGED, "revision 3");
        desk.fetched(DeskFixture.LETTER, SEAL);
        HandOff outcome = desk.taking.receive(desk.taken(), desk.kept(signed(DeskFixture.LETTER, SEAL)));
        assertThat(outcome.refusal()).contains(DeskRefusal.TARGET_CHANGED);
        assertThat(outcome.detail()).isEqualTo("revision 3");
    }

    @Test
    void anAddressWorksInItsTimeOnly() throws IOException {
        desk.open(DeskFixture.LETTER, SEAL);
        assertThat(desk.taking.take(desk.opened().giveBack())).as("not fetched").isEmpty();
        desk.clock.at = DevTrust.NOW.plus(DeskFixture.LIFETIME);
        assertThat(desk.handOffs.fetch(desk.opened().fetch().digest(), desk.clock.instant()))
                .isEmpty();
        assertThat(DeskSecret.read(desk.opened().fetch().text()))
                .map(DeskSecret::digest)
                .contains(desk.opened().fetch().digest());
        assertThat(DeskSecret.read("ngắn")).isEmpty();
        assertThat(desk.opened().fetch()).hasToString("DeskSecret[…]");
    }

    @Test
    void aFaultOfOursEndsItAndIsNotHidden() throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        StoredBytes nowhere = new StoredBytes(Sha256.of(new byte[] {9}), 1);
        HandOff taken = desk.taken();
        assertThatThrownBy(() -> desk.taking.receive(taken, nowhere)).isInstanceOf(IOException.class);
        assertThat(desk.handOffs.find(handOff.id()).flatMap(HandOff::refusal)).contains(DeskRefusal.FAULT);
    }

    @Test
    void whatWasGivenUpMeanwhileIsNotTakenAndItsSignatureIsOnRecord() throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        desk.whileReceiving = () -> desk.handOffs.cancel(handOff.id(), DevTrust.NOW);
        HandOff outcome = desk.taking.receive(desk.taken(), desk.kept(signed(DeskFixture.LETTER, SEAL)));
        assertThat(outcome.state()).isEqualTo(HandOffState.CANCELLED);
        assertThat(desk.events.rolledBack()).as("what was received").isEqualTo(1);
        assertThat(desk.events.latest(9))
                .extracting(AccessEvent::act)
                .containsExactly(Optional.of(AccessAct.DESK_REFUSED), Optional.of(AccessAct.DESK_HANDED_OUT));
        assertThat(desk.events.latest(1).getFirst().detail()).startsWith("a.pdf, CANCELLED, signed → ");
    }

    @Test
    void whatIsNoSignatureLeavesNoLineOnceItIsOver() throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        HandOff taken = desk.taken();
        desk.handOffs.cancel(handOff.id(), DevTrust.NOW);
        assertThat(desk.taking.receive(taken, desk.kept(DeskFixture.LETTER)).state())
                .isEqualTo(HandOffState.CANCELLED);
        assertThat(desk.events.latest(9)).hasSize(1);
    }

    @Test
    void whatAPersonGivesUpIsOnRecordOnce() throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        desk.opening.cancel(handOff);
        desk.opening.cancel(handOff);
        assertThat(desk.events.latest(9))
                .extracting(AccessEvent::act)
                .containsExactly(Optional.of(AccessAct.DESK_CANCELLED), Optional.of(AccessAct.DESK_HANDED_OUT));
        assertThat(desk.handOffs.find(handOff.id()).map(HandOff::state)).contains(HandOffState.CANCELLED);
    }

    @Test
    void whatRanOutWhileItWasLookedAtIsNotTaken() throws IOException {
        desk.fetched(DeskFixture.LETTER, SEAL);
        HandOff taken = desk.taken();
        desk.whileReceiving = () -> desk.clock.at = desk.clock.at.plus(HandOff.LONGEST_RECEIVING);
        HandOff outcome = desk.taking.receive(taken, desk.kept(signed(DeskFixture.LETTER, SEAL)));
        assertThat(outcome.state()).isEqualTo(HandOffState.EXPIRED);
        assertThat(desk.events.rolledBack()).isEqualTo(1);
    }

    @Test
    void aCutWhileItIsReceivedLeavesAllOrNothing() throws IOException {
        HandOff handOff = desk.fetched(DeskFixture.LETTER, SEAL);
        desk.whileReceiving = () -> {
            throw new IllegalStateException("cut");
        };
        HandOff taken = desk.taken();
        StoredBytes back = desk.kept(signed(DeskFixture.LETTER, SEAL));
        assertThatThrownBy(() -> desk.taking.receive(taken, back)).hasMessage("cut");
        assertThat(desk.events.rolledBack()).isEqualTo(1);
        assertThat(desk.handOffs.find(handOff.id()).flatMap(HandOff::refusal)).contains(DeskRefusal.FAULT);
        assertThat(desk.events.latest(1).getFirst().act()).contains(AccessAct.DESK_REFUSED);
    }

    @Test
    void aPurposeHasOneReceiver() {
        At clock = desk.clock;
        assertThatThrownBy(() -> desk.taking(List.of(desk.receiver(), desk.receiver()), clock))
                .hasMessageContaining("two for");
        assertThatThrownBy(() -> new HandOff(
                        desk.open(DeskFixture.LETTER, SEAL).id(),
                        DeskPurpose.OFFICER,
                        "",
                        "USER:an",
                        desk.kept(DeskFixture.LETTER),
                        "a.pdf",
                        Set.of(),
                        DevTrust.NOW,
                        DevTrust.NOW,
                        HandOffState.OPEN,
                        Optional.empty(),
                        ""))
                .hasMessageContaining("no certificate");
    }

    private static byte[] flipped(byte[] pdf) {
        byte[] back = signed(pdf, SEAL);
        back[pdf.length / 2] ^= 1;
        return back;
    }

    private static byte[] join(byte[] pdf, String more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(pdf);
        out.writeBytes(more.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] withComment(byte[] pdf) {
        return changed(pdf, document -> {
            PDPage page = document.getPage(0);
            PDAnnotationText comment = new PDAnnotationText();
            comment.setRectangle(new PDRectangle(50, 50, 20, 20));
            comment.setContents("số 12");
            List<PDAnnotation> all = new ArrayList<>(page.getAnnotations());
            all.add(comment);
            page.setAnnotations(all);
            page.getCOSObject().setNeedToBeUpdated(true);
        });
    }

    private static byte[] withText(byte[] pdf) {
        return changed(pdf, document -> {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                content.addRect(10, 10, 200, 200);
                content.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        });
    }

    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] changed(byte[] pdf, Change change) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
