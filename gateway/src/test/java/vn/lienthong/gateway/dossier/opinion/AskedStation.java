package vn.lienthong.gateway.dossier.opinion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.Dispatch;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.FilesBeside;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;

/** A station that asks about everything, and an engine that says what it is told to. */
final class AskedStation implements AutoCloseable {
    static final Duration LEASE = Duration.ofMinutes(16);
    private static final String FIELD = "Signature1";
    private static final byte[] FILE = ("%PDF-1.7\n" + "x".repeat(500)).getBytes(StandardCharsets.US_ASCII);

    final Station station = new Station(new InMemoryStores(), ChooseOpinions.all());
    final List<OpinionOutcome> counted = new ArrayList<>();
    Optional<String> trial = Optional.empty();
    boolean oursSettled = true;
    boolean strictPasses = true;
    SubIndication strictReason = SubIndication.CHAIN_CONSTRAINTS_FAILURE;
    Duration reading = Duration.ZERO;
    long largestBytes = 1_000_000;
    private Optional<FileVerifier> verifier = Optional.empty();
    int calls;
    private SecondOpinion engine = (file, beside, at) -> {
        throw new AssertionError("nobody said what the engine says");
    };

    void says(Indication indication, String reason) {
        engine = (file, beside, at) -> new Opinion(List.of(new Opinion.OfSignature(FIELD, indication, reason)));
    }

    void saysNothing() {
        engine = (file, beside, at) -> new Opinion(List.of());
    }

    void fails(String why) {
        engine = (file, beside, at) -> {
            throw new NoOpinion(why, new IllegalStateException(why));
        };
    }

    void does(SecondOpinion what) {
        engine = what;
    }

    /** Real verifiers in the place of the words that are said here. */
    void judging(FileVerifier real) {
        verifier = Optional.of(real);
        pass(Duration.between(station.clock.instant(), DevTrust.NOW));
    }

    void kills() {
        engine = (file, beside, at) -> {
            throw new Killed();
        };
    }

    /** As a program that was begun anew. */
    AskOpinions asking() {
        ReadSignedFiles files = new ReadSignedFiles(
                station.vault, new PacketReader(PacketLimits.defaults()), Path.of("never-used"), largestBytes, 16);
        SecondOpinion counting = (file, beside, at) -> {
            calls++;
            return engine.about(file, beside, at);
        };
        return new AskOpinions(
                station.work,
                new CompareDocument(
                        files,
                        verifier.orElse(
                                (file, beside, at) -> report(file.name(), oursSettled, SubIndication.TRY_LATER)),
                        verifier.orElse((file, beside, at) -> {
                            pass(reading);
                            return report(file.name(), strictPasses, strictReason);
                        }),
                        counting),
                new TryEngine(() -> trial, station.work, station.clock),
                counted::add,
                LEASE,
                station.clock);
    }

    /** What another process is given at this moment. */
    List<Opinions.Waiting> others() {
        return station.work.inTransaction(t -> t.opinions().take(station.clock.instant(), LEASE, 10));
    }

    private SignatureReport report(String name, boolean passes, SubIndication otherwise) {
        SignatureFacts facts = SignatureFacts.unread(FIELD, "ETSI.CAdES.detached", station.clock.instant());
        SignatureVerdict verdict = passes
                ? SignatureVerdict.passed(facts, List.of())
                : SignatureVerdict.because(otherwise, facts, List.of());
        return new SignatureReport(name, Presence.SIGNED, List.of(verdict), List.of());
    }

    DossierId take(String id) {
        return take(id, "H01");
    }

    /** To whom copies are pushed. */
    DossierId takePushed(String id) {
        return take(id, "H03");
    }

    private DossierId take(String id, String to) {
        return take(
                Letters.letter(id, to),
                List.of(Attachment.of("cid:1", "thu.pdf", "application/pdf", AttachmentContent.ofBytes(FILE))),
                List.of(report("thu.pdf", oursSettled, SubIndication.TRY_LATER)));
    }

    /** A document with these files, verified as it came in. */
    DossierId take(List<Attachment> files, FileVerifier real) {
        Packet letter = Letters.letter("D1", "H01");
        List<SignatureReport> reports = new ArrayList<>();
        for (Attachment file : files) {
            reports.add(report(file, files, real));
        }
        return take(letter, files, reports);
    }

    /** What our verifier says of a file among others. */
    SignatureReport report(Attachment file, List<Attachment> files, FileVerifier real) {
        Packet letter = with(Letters.letter("D1", "H01"), files);
        SignedFile bytes = FilesBeside.file(file.name(), file.content().orElseThrow());
        try {
            return real.verify(bytes, FilesBeside.of(file, letter, 16), station.clock.instant());
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Packet with(Packet letter, List<Attachment> files) {
        return Packet.toSend(letter.header(), letter.trace().getFirst(), letter.business(), files);
    }

    private DossierId take(Packet letter, List<Attachment> files, List<SignatureReport> reports) {
        ReceptionAnswer answer = station.record(
                station.decide(with(letter, files), "sys-bo", examination -> examination.verified(reports)));
        return ((ReceptionAnswer.Taken) answer).dossier();
    }

    void handOver(DossierId id) {
        Caller caller = station.caller("sys-so");
        String docId = station.copy(id, "H01").docId();
        station.collecting.take(caller, docId);
        station.collecting.done(caller, docId);
    }

    /** The copy is out on its way, something happens, and it does not arrive. */
    void pushFailing(DossierId id, Runnable meanwhile) {
        station.relay.relay();
        Dispatch dispatch = station.queue.removeFirst();
        station.deliverer(copy -> {
                    meanwhile.run();
                    return new PushOutcome.TryAgain("mạng đứt");
                })
                .deliver(dispatch);
    }

    /** What reaches the recipient of all that lies in the broker. */
    List<Delivery> pushed() {
        List<Delivery> reached = new ArrayList<>();
        station.queue.forEach(dispatch -> station.deliverer(copy -> {
                    reached.add(copy);
                    return new PushOutcome.Taken("ok");
                })
                .deliver(dispatch));
        station.queue.clear();
        return reached;
    }

    void pass(Duration time) {
        station.clock.pass(time);
    }

    Opinions.Kept kept(DossierId id) {
        return station.read(t -> t.opinions().find(id)).orElseThrow();
    }

    List<EvidenceEvent> events(DossierId id) {
        return station.entries(id).stream().map(Entry::event).toList();
    }

    @Override
    public void close() {
        station.close();
    }

    /** As sudden as a power cut, for a test. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
