package vn.lienthong.gateway.desk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.InMemoryAccessEvents;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.form.CheckSigned;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** A desk whose signed files are remembered, in memory, with a trust in the development PKI. */
final class DeskFixture {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final byte[] LETTER = letter("Thử ký tại máy");

    final InMemoryHandOffs handOffs = new InMemoryHandOffs();
    final Vault vault = new InMemoryStores().vault();
    final InMemoryAccessEvents events = new InMemoryAccessEvents();
    final At clock = new At();
    final List<SignedBack> received = new ArrayList<>();
    ReceiveSigned.Received answer = new ReceiveSigned.Received.Taken();
    Runnable whileReceiving = () -> {};
    private Revocations revocations = DevTrust.lists(DevTrust.pki());
    final TakeBack taking = taking(List.of(receiver()), clock);
    final OpenHandOff opening =
            new OpenHandOff(handOffs, vault, events, LIFETIME, new Random(7), UUID::randomUUID, clock);
    private OpenHandOff.@Nullable Opened last;

    /** A clock that is set. */
    static final class At extends Clock {
        Instant at = DevTrust.NOW;

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    static byte[] letter(String subject) {
        return new MakeOfficialLetter().make(OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", subject, DevTrust.NOW));
    }

    static Sha256 certificate(SigningKey key) {
        return SealCertificate.of(key).facts().certificate();
    }

    void knowNothingOfRevocation() {
        revocations = DevTrust.empty(DevTrust.pki());
    }

    ReceiveSigned receiver() {
        return new ReceiveSigned() {
            @Override
            public Set<DeskPurpose> purposes() {
                return Set.of(DeskPurpose.DRAFT_SEAL);
            }

            @Override
            public Received receive(HandOff handOff, SignedBack back) {
                whileReceiving.run();
                if (answer instanceof Received.Taken) {
                    received.add(back);
                }
                return answer;
            }
        };
    }

    TakeBack taking(List<ReceiveSigned> receivers, Clock by) {
        VerifySigned verifier = (name, pdf, at) -> new VerifyPdf(
                        DevTrust.stores(DevTrust.pki()), revocations, ValidationPolicy.standard(), PdfLimits.standard())
                .verify(name, PdfBytes.of(pdf), at);
        CheckReturned checking = new CheckReturned(vault, new CheckSigned(PdfLimits.standard()), verifier, 2);
        return new TakeBack(handOffs, vault, checking, receivers, new TakeBack.Journal(events, by));
    }

    HandOff open(byte[] pdf, SigningKey expected) throws IOException {
        last = opening.open(new OpenHandOff.Wanted(
                DeskPurpose.DRAFT_SEAL, "nháp 0", "USER:an", kept(pdf), "a.pdf", Set.of(certificate(expected))));
        return last.handOff();
    }

    HandOff fetched(byte[] pdf, SigningKey expected) throws IOException {
        open(pdf, expected);
        return handOffs.fetch(opened().fetch().digest(), clock.instant()).orElseThrow();
    }

    OpenHandOff.Opened opened() {
        if (last == null) {
            throw new IllegalStateException("nothing was opened");
        }
        return last;
    }

    HandOff taken() {
        return taking.take(opened().giveBack()).orElseThrow();
    }

    StoredBytes kept(byte[] bytes) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(bytes);
            return spool.keep();
        }
    }
}
