package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.VerifySeal;

/** Checks the receipts on record: still what was signed, by the gateway's seal, and about the entry that is there. */
final class CheckKeptReceipts {

    private static final int PAGE = 500;

    private final Archive archive;
    private final VerifySeal sealing;
    private final Clock clock;

    /** @param sealing trusts the gateway's seal, this one and earlier ones, and nobody else */
    CheckKeptReceipts(Archive archive, VerifySeal sealing, Clock clock) {
        this.archive = archive;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * The first break, in words that name its place; empty when all of it holds.
     *
     * @param watching is told after each page how many were looked at
     */
    Optional<String> firstBreak(LongConsumer watching) {
        long looked = 0;
        Optional<DossierId> behind = Optional.empty();
        List<Archive.KeptReceipt> page = archive.receipts(behind, PAGE);
        while (!page.isEmpty()) {
            for (Archive.KeptReceipt kept : page) {
                Optional<String> fault = fault(kept);
                if (fault.isPresent()) {
                    return fault.map(text -> "receipt of dossier " + kept.dossier() + ": " + text);
                }
                looked++;
            }
            watching.accept(looked);
            behind = Optional.of(page.getLast().dossier());
            page = archive.receipts(behind, PAGE);
        }
        return Optional.empty();
    }

    private Optional<String> fault(Archive.KeptReceipt kept) {
        byte[] content = kept.receipt().content().getBytes(StandardCharsets.UTF_8);
        byte[] signature = kept.receipt().signature();
        return attachedFault(signature, content)
                .or(() -> CheckArchive.signatureFault(sealing.verify("receipt", signature, content, clock.instant())))
                .or(() -> contentFault(kept, content));
    }

    /** The file that is handed out is the signature with the content inside: both must say the same. */
    private static Optional<String> attachedFault(byte[] signature, byte[] content) {
        try {
            boolean same = CmsSignature.read(signature)
                    .attached()
                    .filter(attached -> Arrays.equals(attached, content))
                    .isPresent();
            return same ? Optional.empty() : Optional.of("content: another than was signed (expected: the same)");
        } catch (CmsException malformed) {
            return Optional.of("signature: " + malformed.getMessage());
        }
    }

    private static Optional<String> contentFault(Archive.KeptReceipt kept, byte[] content) {
        Optional<ReceiptContent> read = ReceiptContent.read(content);
        if (read.isEmpty()) {
            return Optional.of("content: no receipt (expected: " + ReceiptContent.FORMAT + ")");
        }
        if (!read.get().dossier().equals(kept.dossier().toString())) {
            return Optional.of("dossier: " + read.get().dossier() + " (expected: " + kept.dossier() + ")");
        }
        return kept.first().filter(read.get().entry()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("entry: " + read.get().entry().hex() + " (expected: "
                        + kept.first().map(hash -> hash.hex()).orElse("none, for the dossier has no entries") + ")");
    }
}
