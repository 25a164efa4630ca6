package vn.lienthong.gateway.approval;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.InMemoryAccessEvents;
import vn.lienthong.gateway.access.InMemoryAccountMandates;
import vn.lienthong.gateway.access.InMemoryAccounts;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.MovableClock;
import vn.lienthong.gateway.dossier.reception.SketchedAgencies;
import vn.lienthong.gateway.lasting.LastingDesk;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.WaitBriefly;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.KeyRecords;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SealSketch;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.SealTrust;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.InMemoryDrafts;

/** A clerk, an officer with a key in a file, and everything between them in memory. */
final class ApprovalDesk {

    static final String OFFICER = "ct.anh";
    static final String ACTOR = "USER:" + OFFICER;
    static final AgencyId COMMUNE = Sketch.id("xa");

    final MovableClock clock = new MovableClock(SealSketch.NOW);
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryAccountMandates mandates = new InMemoryAccountMandates(accounts);
    final InMemoryAccessEvents events = new InMemoryAccessEvents();
    final InMemoryDrafts drafts = new InMemoryDrafts();
    final InMemorySigningRequests requests = new InMemorySigningRequests(drafts);
    final InMemorySigningBatches batches = new InMemorySigningBatches();
    final InMemorySignerKeys keys = new InMemorySignerKeys();
    final Vault vault = new InMemoryStores().vault();
    final SealTrust trust = SealSketch.trust((certificate, issuer, at) ->
            new RevocationAnswer.Good("CRL", SealSketch.NOW, SealSketch.NOW.plusSeconds(60)));
    final Signers signers = new Signers(
            accounts,
            mandates,
            new SketchedAgencies(new Sketch().agency("xa", "2025-07-01", "").directory()));
    final ApprovalJournal journal = new ApprovalJournal(events, clock);
    final AskToSign asking = new AskToSign(requests, signers, journal, UUID::randomUUID, clock);
    final DecideRequest deciding = new DecideRequest(requests, journal, clock);
    final ConfirmBatch confirming = new ConfirmBatch(requests, batches, journal, events, UUID::randomUUID, clock);
    /** No authority is asked. */
    final StampSignature stamping = stamping();

    final SignBatch signing = signing(requests);
    private int count;

    ApprovalDesk() {
        accounts.save(new Account(OFFICER, "Lê Anh", Role.OFFICER, false, true), "{x}1");
        mandates.grant(
                OFFICER,
                new Mandate(
                        COMMUNE,
                        Right.SIGN,
                        SealSketch.NOW.minusSeconds(60),
                        Optional.of(SealSketch.NOW.plusSeconds(7200))));
    }

    private StampSignature stamping() {
        return new StampSignature(
                new LastingDesk().extending,
                (agency, kind) -> LastingRule.NONE,
                new WaitBriefly(Duration.ZERO, ForkJoinPool.commonPool(), clock));
    }

    /** A second gateway on the same record. */
    SignBatch signing(SigningRequests over) {
        return signing(over, keys);
    }

    /** A second gateway that opens keys by these records. */
    SignBatch signing(SigningRequests over, KeyRecords<String, SignerId, SignerKey> records) {
        return new SignBatch(
                batches,
                over,
                new HeldKeys<>(records, trust, OpenKeys.local(), "admin signer", true),
                keys,
                new SignChunk(
                        over,
                        batches,
                        signers,
                        new SignFile(keys, vault, FormSettings.standard(), stamping),
                        journal,
                        clock),
                new SigningLimits(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ZERO,
                        Duration.ofHours(1),
                        20,
                        64L << 20,
                        3),
                clock);
    }

    AddSigner.Outcome add(Path folder, Fate fate, String pin) {
        Path file = SealSketch.file(folder, SealSketch.PKI.official("Lê Anh", "UBND xã", "H57.25", fate));
        return new AddSigner(keys, trust, OpenKeys.local(), events, UUID::randomUUID, clock)
                .add(new AddSigner.Wanted(
                        accounts.find(OFFICER).orElseThrow(),
                        new KeyPlace.File(file.toString()),
                        Optional.empty(),
                        pin.getBytes(StandardCharsets.UTF_8),
                        Optional.of(picture()),
                        "CLI:root"));
    }

    static byte[] picture() {
        BufferedImage image = new BufferedImage(200, 90, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(20, 60, 190));
        pen.setStroke(new BasicStroke(6));
        pen.drawLine(10, 80, 190, 10);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    StoredBytes keep(byte[] bytes) {
        try (Spool spool = vault.open()) {
            spool.write(bytes);
            StoredBytes kept = spool.keep();
            vault.sync(kept);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Draft draft() {
        count++;
        return draft(new MakeOfficialLetter()
                .make(OfficialLetter.of("UBND xã", count + "/UBND", "Về việc đê", SealSketch.NOW)));
    }

    Draft draft(byte[] pdf) {
        Draft draft = Draft.begun(new DraftId(UUID.randomUUID()), COMMUNE, "USER:vt", clock.instant())
                .with(new DraftFields("", "UBND", "", "", "Công văn", "Về việc đê", "", "", "", 1), "", clock.instant())
                .carrying(List.of(new DraftFile("cong-van.pdf", keep(pdf))), clock.instant());
        drafts.add(draft);
        return draft;
    }

    SigningRequest asked(Draft draft) {
        return ((AskToSign.Outcome.Asked) asking.ask(draft, OFFICER, "kính trình", Optional.empty(), "USER:vt"))
                .request();
    }

    SigningBatch confirmed(SigningRequest... all) {
        return confirming.confirm(OFFICER, List.of(all), ACTOR, "second factor").orElseThrow();
    }

    /** Every turn that is to be had. */
    void work() {
        while (signing.next()) {
            count++;
        }
    }

    SigningBatch now(SigningBatch batch) {
        return batches.find(batch.id()).orElseThrow();
    }

    SigningRequest now(SigningRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    byte[] file(SigningRequest request) {
        try {
            return vault.read(now(request).bytes().orElseThrow().digest()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
