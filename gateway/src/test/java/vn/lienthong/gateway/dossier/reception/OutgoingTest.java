package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.jdbc.TestDatabase;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.xml.EnvelopeBytes;
import vn.lienthong.gateway.signature.xml.EnvelopeHint;
import vn.lienthong.gateway.signature.xml.EnvelopeLimits;
import vn.lienthong.gateway.signature.xml.SignEnvelope;
import vn.lienthong.gateway.signature.xml.SignPacketEnvelope;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;

/** What goes out, on a real record: with the hop inside or beside it, the same each time, and what came in recoverable. */
final class OutgoingTest {

    private static final TraceHop SENDERS = new TraceHop("G01", "2026/11/02 09:59:00");
    private static final TraceHop OURS = new TraceHop(Station.CODE, "2026/11/02 10:00:00");

    private final TestDatabase database = TestDatabase.fresh();
    private final Station station = new Station(database.jdbi());
    private final OutgoingBytes outgoing = new OutgoingBytes(station.vault, station.work);

    @AfterEach
    void close() {
        database.close();
    }

    private static byte[] letter(String documentId, String... to) {
        return Station.written(Letters.letter(documentId, to));
    }

    private ReceptionAnswer.Taken take(byte[] packet, List<SignatureReport> reports, String... to) {
        Examination read = station.examine(packet, MessageKind.EDOC, "sys-bo", to);
        return (ReceptionAnswer.Taken) station.record(station.decide(read.verified(reports)));
    }

    private DossierId take(byte[] packet, String... to) {
        return take(packet, List.of(), to).dossier();
    }

    private static byte[] read(OutgoingBytes.Copy copy) {
        try (InputStream in = copy.open()) {
            byte[] bytes = in.readAllBytes();
            assertThat(bytes).hasSize(Math.toIntExact(copy.length()));
            assertThat(Sha256.of(bytes)).isEqualTo(copy.digest());
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] sent(DossierId dossier, String code) {
        return read(outgoing.of(station.copy(dossier, code)));
    }

    private Packet packet(byte[] bytes) {
        return (Packet)
                station.examine(bytes, MessageKind.EDOC, "sys-bo").message().orElseThrow();
    }

    private Outgoing record(DossierId dossier, byte[] received) {
        return station.read(t -> t.dossiers().outgoing(dossier, Sha256.of(received)))
                .orElseThrow();
    }

    private static JsonNode facts(Entry entry) {
        return JsonMapper.shared().readTree(entry.detailJson());
    }

    @Test
    void everyCopyHasTheHopAndWhatCameInComesBack() throws IOException {
        byte[] received = letter("D1", "H01", "H03");
        DossierId dossier = take(received);
        byte[] sent = sent(dossier, "H01");
        assertThat(packet(sent).trace()).containsExactly(SENDERS, OURS);
        assertThat(outgoing.of(station.copy(dossier, "H01")).traceHeader()).isEmpty();
        station.clock.pass(Duration.ofHours(3));
        assertThat(sent(dossier, "H03")).isEqualTo(sent);
        Outgoing record = record(dossier, received);
        try (InputStream back = record.splice().orElseThrow().cutOutOf(new ByteArrayInputStream(sent))) {
            assertThat(back.readAllBytes()).isEqualTo(received);
        }
        assertThat(record.digest()).isEqualTo(Sha256.of(sent));
        assertThat(record.hop()).isEqualTo(OURS);
    }

    /** From the entry alone, without our program: take the text out at its offset. */
    @Test
    void theEntryOfAcceptanceProvesIt() {
        byte[] received = letter("D1", "H01");
        DossierId dossier = take(received);
        byte[] sent = sent(dossier, "H01");
        JsonNode facts = facts(station.entries(dossier).getFirst());
        int offset = facts.path("spliceOffset").asInt();
        int length = facts.path("spliceLength").asInt();
        byte[] back = new byte[sent.length - length];
        System.arraycopy(sent, 0, back, 0, offset);
        System.arraycopy(sent, offset + length, back, offset, back.length - offset);
        assertThat(new String(sent, offset, length, StandardCharsets.UTF_8))
                .isEqualTo(facts.path("spliceText").asString())
                .isEqualTo("<edXML:TraceHeader><edXML:OrganId>001.00.20.TT2</edXML:OrganId>"
                        + "<edXML:Timestamp>2026/11/02 10:00:00</edXML:Timestamp></edXML:TraceHeader>");
        assertThat(Sha256.of(back).hex()).isEqualTo(facts.path("bytes").asString());
        assertThat(Sha256.of(sent).hex()).isEqualTo(facts.path("outgoing").asString());
        assertThat(facts.path("outgoingLength").asInt()).isEqualTo(sent.length);
        assertThat(facts.path("hop").asString()).isEqualTo("001.00.20.TT2 2026/11/02 10:00:00");
        assertThat(facts.path("hopIn").asString()).isEqualTo("PACKET");
        assertThat(EntryChain.check(station.entries(dossier))).isEmpty();
    }

    @Test
    void theEntryOfAHandOverNamesWhatWasHandedOver() {
        byte[] received = letter("D1", "H01");
        DossierId dossier = take(received);
        byte[] sent = sent(dossier, "H01");
        String docId = station.copy(dossier, "H01").docId();
        station.collecting.take(station.caller("sys-so"), docId);
        station.collecting.done(station.caller("sys-so"), docId);
        List<Entry> entries = station.entries(dossier);
        assertThat(entries.subList(1, entries.size()))
                .hasSize(2)
                .extracting(entry -> facts(entry).path("bytes").asString() + " "
                        + facts(entry).path("outgoing").asString())
                .containsOnly(Sha256.of(received) + " " + Sha256.of(sent));
    }

    @Test
    void aRecipientThatHandsItOnIsStillKnownToHaveTheSameDocument() {
        ReceptionAnswer.Taken first = take(letter("D1", "H01"), List.of());
        byte[] sent = sent(first.dossier(), "H01");
        ReceptionAnswer.Taken again = take(sent, List.of());
        assertThat(again.repeated()).isTrue();
        assertThat(again.dossier()).isEqualTo(first.dossier());
        Packet arrived = packet(sent);
        assertThat(ResolveSubmission.earliestTime(arrived, Station.NOW))
                .isEqualTo(SENDERS.time().orElseThrow());
    }

    /** Each received copy leaves its own way: the recipient that a repeat adds gets the bytes of the repeat. */
    @Test
    void whatCameTwiceLeavesAsItCame() {
        byte[] first = letter("D1", "H01", "H02");
        DossierId dossier = take(first, "H01");
        byte[] sent = sent(dossier, "H01");
        station.clock.pass(Duration.ofMinutes(1));
        assertThat(take(first, "H01")).isEqualTo(dossier);
        assertThat(sent(dossier, "H01")).isEqualTo(sent);
        assertThat(facts(station.entries(dossier).getLast()).has("outgoing")).isFalse();
        byte[] repacked = new String(first, StandardCharsets.UTF_8)
                .replace("edXML:", "q:")
                .replace("xmlns:edXML", "xmlns:q")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(take(repacked, "H02")).isEqualTo(dossier);
        assertThat(sent(dossier, "H01")).isEqualTo(sent);
        byte[] other = sent(dossier, "H02");
        assertThat(new String(other, StandardCharsets.UTF_8)).contains("<q:Timestamp>2026/11/02 10:01:00<");
        assertThat(facts(station.entries(dossier).getLast()).path("outgoing").asString())
                .isEqualTo(Sha256.of(other).hex());
    }

    @ParameterizedTest
    @CsvSource({"INTACT, false", "DECORATIVE, true", "BROKEN_BY_CHANGE, true", "TOO_LARGE_TO_CHECK, false"})
    void aSignatureThatHoldsKeepsItsBytes(String envelope, boolean spliced) throws SigningException {
        byte[] signed = new SignEnvelope(DevTrust.seal(Fate.GOOD)).sign(letter("D1", "H01"), DevTrust.NOW);
        byte[] received =
                switch (envelope) {
                    case "DECORATIVE" -> replaced(signed, "<ds:X509Certificate>", "<ds:X509Certificate>x");
                    case "BROKEN_BY_CHANGE" -> replaced(signed, "Trích yếu", "Trích lục");
                    default -> signed;
                };
        EnvelopeLimits limits =
                envelope.startsWith("TOO") ? new EnvelopeLimits(100, 100, 100) : EnvelopeLimits.standard();
        SignatureReport report = verify(received, limits);
        Examination read = station.examine(received, MessageKind.EDOC, "sys-bo");
        // A changed packet is refused to an agency; a peer's is held, and leaves when a person lets it go.
        Outgoing leaving = ChooseOutgoing.of(read.verified(List.of(report))).orElseThrow();
        assertThat(leaving.splice().isPresent()).isEqualTo(spliced);
        if (!envelope.startsWith("BROKEN")) {
            DossierId dossier = take(received, List.of(report)).dossier();
            assertThat(record(dossier, received)).isEqualTo(leaving);
            OutgoingBytes.Copy copy = outgoing.of(station.copy(dossier, "H01"));
            assertThat(copy.traceHeader().isPresent()).isNotEqualTo(spliced);
            assertThat(verify(read(copy), limits).allFindings())
                    .as("the recipient finds what we found")
                    .isEqualTo(report.allFindings());
        }
    }

    @Test
    void aSignatureThatLeavesTheTraceLetsTheHopIn() throws IOException {
        Packet letter = Letters.letter("D1", "H01");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PacketWriter()
                .writeSigned(letter, new SignPacketEnvelope(DevTrust.seal(Fate.GOOD), () -> DevTrust.NOW), out);
        byte[] received = out.toByteArray();
        VerifySubmission verifying = new VerifySubmission(
                (name, content, at) -> SignatureReport.without(name, Presence.NOT_APPLICABLE),
                new VerifySubmission.EnvelopeVerifier() {
                    @Override
                    public SignatureReport verify(EnvelopeSignature.Kind kind, StoredBytes packet, Instant at) {
                        throw new AssertionError("without attachments");
                    }

                    @Override
                    public SignatureReport verify(
                            EnvelopeSignature.Kind kind, StoredBytes packet, List<SignedFile> parts, Instant at) {
                        return verifier(EnvelopeLimits.standard())
                                .verify(
                                        EnvelopeHint.valueOf(kind.name()),
                                        EnvelopeBytes.of(received),
                                        parts,
                                        DevTrust.NOW);
                    }
                });
        Examination read = verifying.verify(station.examine(received, MessageKind.EDOC, "sys-bo"));

        assertThat(read.reports().getLast().overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(ChooseOutgoing.of(read).orElseThrow().splice()).isPresent();
        assertThat(read.findings())
                .extracting(Finding::code)
                .doesNotContain(ErrorCode.ELEMENT_UNKNOWN, ErrorCode.ELEMENT_REPEATED);
    }

    private static byte[] replaced(byte[] bytes, String old, String with) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        return text.replace(old, with).getBytes(StandardCharsets.UTF_8);
    }

    private static SignatureReport verify(byte[] packet, EnvelopeLimits limits) {
        return verifier(limits).verify(EnvelopeHint.XMLDSIG, EnvelopeBytes.of(packet), DevTrust.NOW);
    }

    private static VerifyEnvelope verifier(EnvelopeLimits limits) {
        return new VerifyEnvelope(
                DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard(), limits);
    }

    @Test
    void withoutAPlaceTheHopTravelsBeside() {
        byte[] received = new String(letter("D1", "H01"), StandardCharsets.UTF_8)
                .replaceFirst("(?s)<edXML:TraceHeaderList>.*</edXML:TraceHeaderList>", "<edXML:TraceHeaderList/>")
                .getBytes(StandardCharsets.UTF_8);
        DossierId dossier = take(received);
        OutgoingBytes.Copy copy = outgoing.of(station.copy(dossier, "H01"));
        assertThat(read(copy)).isEqualTo(received);
        assertThat(copy.traceHeader()).contains("\"001.00.20.TT2\";time=\"2026/11/02 10:00:00\"");
        JsonNode facts = facts(station.entries(dossier).getFirst());
        assertThat(facts.path("hopIn").asString()).isEqualTo("HEADERS");
        assertThat(facts.path("outgoing").asString())
                .isEqualTo(facts.path("bytes").asString());
        assertThat(facts.has("spliceOffset")).isFalse();
    }

    @Test
    void whatWasHeldLeavesAsItWouldHaveLeftAtOnce() {
        byte[] received = letter("D1", "H01");
        Finding finding = Finding.warning(ErrorCode.SIGNATURE_NOT_SENDERS, "thu.pdf", "chứng thư: H99");
        Examination read = station.examine(received, MessageKind.EDOC, "sys-bo").with(List.of(finding));
        ReceptionAnswer.Taken taken = (ReceptionAnswer.Taken) station.record(station.decide(read));
        assertThat(taken.state()).isEqualTo(DossierState.HELD);
        station.clock.pass(Duration.ofDays(2));
        station.operator.release(taken.dossier(), "an", "đã hỏi");
        assertThat(packet(sent(taken.dossier(), "H01")).trace()).containsExactly(SENDERS, OURS);
    }

    @Test
    void aStatusLeavesAsItCame() {
        DossierId dossier = take(letter("D1", "H01"));
        byte[] status = Station.written(Letters.status("03", "H01", "G01", "D1"));
        station.record(station.decide(station.examine(status, MessageKind.STATUS, "sys-so")));
        Delivery back = station.read(t -> t.deliveries().of(dossier)).stream()
                .filter(delivery -> delivery.kind() == MessageKind.STATUS)
                .findFirst()
                .orElseThrow();
        assertThat(read(outgoing.of(back))).isEqualTo(status);
        assertThat(outgoing.of(back).traceHeader()).isEmpty();
    }

    /** As of before there were such records. */
    @Test
    void aDocumentWithoutARecordLeavesAsItCame() {
        byte[] received = letter("D1", "H01");
        DossierId dossier = take(received);
        database.jdbi().useHandle(handle -> handle.execute("delete from outgoing"));
        assertThat(sent(dossier, "H01")).isEqualTo(received);
        assertThat(outgoing.of(station.copy(dossier, "H01")).traceHeader()).isEqualTo(Optional.empty());
    }

    @Test
    void theRecordCannotContradictItself() {
        DossierId dossier = take(letter("D1", "H01"));
        for (String wrong : List.of(
                "length = length + 1",
                "splice_text = null",
                "splice_offset = -1",
                "splice_offset = null, splice_text = null, length = received_length")) {
            assertThatThrownBy(() -> database.jdbi()
                            .useHandle(handle -> handle.execute(
                                    "update outgoing set " + wrong + " where dossier_id = ?", dossier.value())))
                    .as(wrong)
                    .hasMessageContaining("check constraint");
        }
    }
}
