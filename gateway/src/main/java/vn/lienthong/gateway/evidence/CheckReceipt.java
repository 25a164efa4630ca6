package vn.lienthong.gateway.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.VerifySeal;

/** Checks a receipt's file with nothing but the file and whom the caller trusts. */
public final class CheckReceipt {

    /** How reports call the seal over the receipt's entry. */
    public static final String SEAL = "seal";

    private static final String WHERE = "proof";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final VerifySeal verifying;

    public CheckReceipt(VerifySeal verifying) {
        this.verifying = verifying;
    }

    /**
     * What was found.
     *
     * @param content what the receipt says; empty when the file is signed but no receipt
     * @param proof how it is shown that the receipt's entry was sealed; empty while it was not
     * @param reports the signature of the receipt; then, with a proof, that of the seal
     * @param findings errors of what ties them together
     */
    public record Checked(
            Optional<ReceiptContent> content,
            Optional<ReceiptProof> proof,
            List<SignatureReport> reports,
            List<Finding> findings) {
        public Checked {
            reports = List.copyOf(reports);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Checks CMS with its content inside. Never throws for what is in it.
     *
     * @param name how reports call the file
     * @return empty when the bytes are no CMS, or their content is elsewhere
     */
    public Optional<Checked> check(String name, byte[] cms, Instant validationTime) {
        try {
            return CmsSignature.read(cms).attached().map(content -> check(name, cms, content, validationTime));
        } catch (CmsException other) {
            return Optional.empty();
        }
    }

    private Checked check(String name, byte[] cms, byte[] content, Instant validationTime) {
        List<SignatureReport> reports = new ArrayList<>(2);
        reports.add(verifying.verify(name, cms, content, validationTime));
        Optional<ReceiptContent> receipt = ReceiptContent.read(content);
        if (receipt.isEmpty()) {
            return new Checked(receipt, Optional.empty(), reports, List.of());
        }
        try {
            Optional<ReceiptProof> proof =
                    CmsAddition.octets(cms, ReceiptProof.ATTRIBUTE).map(ReceiptProof::read);
            proof.map(ReceiptProof::seal)
                    .ifPresent(seal ->
                            reports.add(verifying.verify(SEAL, seal.signature(), seal.content(), validationTime)));
            List<Finding> findings =
                    proof.map(one -> faults(receipt.get(), one)).orElse(List.of());
            return new Checked(receipt, proof, reports, findings);
        } catch (CmsException | IllegalArgumentException malformed) {
            return new Checked(
                    receipt, Optional.empty(), reports, List.of(broken(String.valueOf(malformed.getMessage()))));
        }
    }

    private static List<Finding> faults(ReceiptContent receipt, ReceiptProof proof) {
        List<Finding> faults = new ArrayList<>();
        Entry entry = proof.entry();
        EntryChain.check(List.of(entry)).ifPresent(fault -> faults.add(broken(fault)));
        if (!entry.hash().equals(receipt.entry()) || !entry.dossier().toString().equals(receipt.dossier())) {
            faults.add(broken("entry: another one (expected: " + receipt.entry().hex() + " of the receipt)"));
        }
        if (!detail(entry, "bytes").equals(receipt.bytes().hex())) {
            faults.add(broken("entry: about bytes " + detail(entry, "bytes") + " (expected: "
                    + receipt.bytes().hex() + " of the receipt)"));
        }
        if (!MerkleTree.proves(entry.hash(), proof.path(), proof.seal().root())) {
            faults.add(broken("path: does not lead to the root (expected: "
                    + proof.seal().root().hex() + ")"));
        }
        return faults;
    }

    private static String detail(Entry entry, String name) {
        try {
            return MAPPER.readTree(entry.detailJson()).path(name).asString("");
        } catch (JacksonException malformed) {
            return "";
        }
    }

    private static Finding broken(String text) {
        return Finding.error(ErrorCode.EVIDENCE_BROKEN, WHERE, text);
    }
}
