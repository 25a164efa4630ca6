package vn.lienthong.gateway.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;

/** Walks every chain of entries, every seal and every receipt on record, up to the first break. One use, one thread. */
public final class CheckArchive {

    private static final int DOSSIERS = 500;
    private static final int SEALS = 20;

    private final Archive archive;
    private final VerifySeal sealing;
    private final VerifyTimestamp stamping;
    private final Clock clock;
    private final Watching watching;
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0);

    /**
     * A check to come.
     *
     * @param sealing trusts the gateway's seal, this one and earlier ones, and nobody else
     * @param stamping trusts the authorities of the trust stores
     * @param watching is told after each page
     */
    public CheckArchive(Archive archive, VerifySeal sealing, VerifyTimestamp stamping, Clock clock, Watching watching) {
        this.archive = archive;
        this.sealing = sealing;
        this.stamping = stamping;
        this.clock = clock;
        this.watching = watching;
    }

    /** Who waits for a long check. */
    public interface Watching {
        void seen(Counts counts);
    }

    /**
     * What was looked at so far.
     *
     * @param stamped seals with a timestamp
     * @param unproven timestamps whose authority is not among those we trust now
     * @param receipts receipts on record, which are made when they are first asked for
     */
    public record Counts(long dossiers, long entries, long seals, long stamped, long unproven, long receipts) {}

    public Counts counts() {
        return counts;
    }

    /** The first break, in words that name its place; empty when all of it holds. */
    public Optional<String> firstBreak() {
        try {
            return chains().or(this::seals).or(this::receipts);
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("a row that cannot be read, after " + counts.dossiers() + " dossiers and "
                    + counts.seals() + " seals: " + unreadable.getMessage());
        }
    }

    private Optional<String> chains() {
        Optional<DossierId> behind = Optional.empty();
        List<Archive.Chain> page = archive.chains(behind, DOSSIERS);
        while (!page.isEmpty()) {
            for (Archive.Chain chain : page) {
                Optional<String> fault = fault(chain);
                if (fault.isPresent()) {
                    return fault.map(text -> "dossier " + chain.dossier() + ": " + text);
                }
                counts = new Counts(
                        counts.dossiers() + 1,
                        counts.entries() + chain.entries().size(),
                        0,
                        0,
                        0,
                        0);
            }
            watching.seen(counts);
            behind = Optional.of(page.getLast().dossier());
            page = archive.chains(behind, DOSSIERS);
        }
        return Optional.empty();
    }

    private static Optional<String> fault(Archive.Chain chain) {
        List<Entry> entries = chain.entries();
        if (entries.size() != chain.lastSequence()) {
            return Optional.of(entries.size() + " entries (expected: " + chain.lastSequence() + ")");
        }
        Optional<String> fault = EntryChain.check(entries);
        boolean ends = entries.isEmpty() || entries.getLast().hash().equals(chain.lastHash());
        return fault.or(() -> ends
                ? Optional.empty()
                : Optional.of("last entry: another hash (expected: "
                        + chain.lastHash().hex() + ")"));
    }

    private Optional<String> receipts() {
        return new CheckKeptReceipts(archive, sealing, clock).firstBreak(looked -> {
            counts = new Counts(
                    counts.dossiers(), counts.entries(), counts.seals(), counts.stamped(), counts.unproven(), looked);
            watching.seen(counts);
        });
    }

    private Optional<String> seals() {
        Seal before = null;
        List<Archive.NumberedSeal> page = archive.seals(0, SEALS);
        while (!page.isEmpty()) {
            for (Archive.NumberedSeal numbered : page) {
                Optional<String> fault = fault(numbered, before).or(() -> timestampFault(numbered));
                if (fault.isPresent()) {
                    return fault.map(text -> "seal " + numbered.id() + ": " + text);
                }
                before = numbered.seal();
                counts = new Counts(
                        counts.dossiers(),
                        counts.entries(),
                        counts.seals() + 1,
                        counts.stamped() + (numbered.token().isPresent() ? 1 : 0),
                        counts.unproven(),
                        0);
            }
            watching.seen(counts);
            page = archive.seals(page.getLast().id(), SEALS);
        }
        return Optional.empty();
    }

    private Optional<String> fault(Archive.NumberedSeal numbered, @Nullable Seal before) {
        Seal seal = numbered.seal();
        if (numbered.hashes().size() != seal.entries()) {
            return Optional.of(numbered.hashes().size() + " entries under it (expected: " + seal.entries() + ")");
        }
        if (!MerkleTree.root(numbered.hashes()).equals(seal.root())) {
            return Optional.of(
                    "root of its entries: another (expected: " + seal.root().hex() + ")");
        }
        if (!seal.previous().equals(before == null ? Entry.FIRST : before.nameIn(seal.format()))) {
            return Optional.of(
                    "seal before it: another (expected: " + seal.previous().hex() + ")");
        }
        return signatureFault(
                sealing.verify("seal " + numbered.id(), seal.signature(), seal.content(), clock.instant()));
    }

    /** Whose key and over what; whether its certificate is still in force today is no question about the past. */
    static Optional<String> signatureFault(SignatureReport report) {
        if (report.verdicts().isEmpty()) {
            return Optional.of("signature: " + report.findings().getFirst().text());
        }
        SignatureFacts facts = report.verdicts().getFirst().facts();
        if (facts.integrity() != Integrity.INTACT) {
            return Optional.of("signature: " + facts.integrity() + " (expected: INTACT)");
        }
        if (facts.path() != PathStatus.TRUSTED) {
            return Optional.of("signature: by "
                    + facts.signer()
                            .map(signer -> signer.commonName() + ", SHA-256 "
                                    + signer.certificate().hex())
                            .orElse("nobody we know")
                    + " (expected: the gateway's seal, or an earlier one that is named)");
        }
        return Optional.empty();
    }

    private Optional<String> timestampFault(Archive.NumberedSeal numbered) {
        if (numbered.token().isEmpty()) {
            return Optional.empty();
        }
        try {
            TimestampVerdict verdict = stamping.verify(
                    numbered.token().get(),
                    CmsAddition.signatureValue(numbered.seal().signature()),
                    clock.instant());
            if (verdict.wrong()) {
                return verdict.fault().map(text -> "timestamp: " + text);
            }
            long unproven = counts.unproven() + (verdict.provenButForRevocation() ? 0 : 1);
            counts = new Counts(counts.dossiers(), counts.entries(), counts.seals(), counts.stamped(), unproven, 0);
            return Optional.empty();
        } catch (CmsException malformed) {
            return Optional.of("timestamp: " + malformed.getMessage());
        }
    }
}
