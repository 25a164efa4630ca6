package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;

/**
 * The receipt as a file of its own that is checked without us and without a network: CMS with the content inside and, once
 * the entry is sealed, the proof of that beside the signature. What is signed is the same each time; what is beside grows.
 */
public final class ExportReceipt {

    private final MakeReceipt receipts;
    private final Seals seals;
    private final UnitOfWork work;

    public ExportReceipt(MakeReceipt receipts, Seals seals, UnitOfWork work) {
        this.receipts = receipts;
        this.seals = seals;
        this.work = work;
    }

    /** Empty when there is no such dossier. */
    public Optional<byte[]> export(DossierId id) {
        return receipts.receipt(id)
                .map(receipt ->
                        proof(id).map(proof -> with(receipt.signature(), proof)).orElse(receipt.signature()));
    }

    private Optional<ReceiptProof> proof(DossierId id) {
        Entry first =
                work.inTransaction(transaction -> transaction.entries().of(id).getFirst());
        return seals.sealOver(id, first.sequence())
                .map(over -> new ReceiptProof(first, MerkleTree.proof(over.hashes(), over.place()), stamped(over)));
    }

    private static Seal stamped(Seals.Sealed over) {
        return over.token()
                .map(token -> {
                    try {
                        return over.seal()
                                .signed(CmsAddition.withTimestamp(over.seal().signature(), token));
                    } catch (CmsException malformed) {
                        throw new IllegalStateException("seal on record: " + malformed.getMessage(), malformed);
                    }
                })
                .orElse(over.seal());
    }

    private static byte[] with(byte[] receipt, ReceiptProof proof) {
        try {
            return CmsAddition.with(
                    receipt, ReceiptProof.ATTRIBUTE, proof.json().getBytes(StandardCharsets.UTF_8));
        } catch (CmsException malformed) {
            throw new IllegalStateException("receipt on record: " + malformed.getMessage(), malformed);
        }
    }
}
