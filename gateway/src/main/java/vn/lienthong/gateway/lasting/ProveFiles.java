package vn.lienthong.gateway.lasting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.TimestampFailed;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.NamedSigner;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.making.AddProof;
import vn.lienthong.gateway.signature.making.NotProven;
import vn.lienthong.gateway.signature.path.CarriedEvidence;
import vn.lienthong.gateway.signature.path.GatherEvidence;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Purpose;
import vn.lienthong.gateway.signature.xml.ExtendXml;

/**
 * Brings a signature just made to level T or LT while its signer waits (EN 319 142-1, EN 319 122-1, EN 319 132-1, each §6). What is
 * not to be had is {@link NotProven}: nothing half-way is handed out.
 */
public final class ProveFiles implements AddProof {
    private final RequestTimestamp requesting;
    private final LastingTrust trust;
    private final ExtendFile pdf;
    private final LastingLevel goal;
    private final List<KnownCertificate> signer;
    private final Clock clock;

    /**
     * For signatures of one signer.
     *
     * @param pdf takes PDFs further with the same authorities and trust
     * @param goal T or LT
     * @param signer the signer's certificate first, then the authorities above it
     */
    public ProveFiles(
            RequestTimestamp requesting,
            LastingTrust trust,
            ExtendFile pdf,
            LastingLevel goal,
            List<KnownCertificate> signer,
            Clock clock) {
        if (goal != LastingLevel.T && goal != LastingLevel.LT) {
            throw new IllegalArgumentException("goal: " + goal + " (expected: T or LT)");
        }
        this.requesting = requesting;
        this.trust = trust;
        this.pdf = pdf;
        this.goal = goal;
        this.signer = List.copyOf(signer);
        this.clock = clock;
    }

    @Override
    public byte[] toPdf(byte[] file) throws SigningException {
        byte[] grown = file;
        Instant at = clock.instant();
        while (true) {
            switch (step(grown, at)) {
                case ExtendFile.Step.Grown further -> grown = further.file();
                case ExtendFile.Step.Enough enough -> {
                    return grown;
                }
                case ExtendFile.Step.NotYet not -> throw new NotProven(not.why(), null);
            }
        }
    }

    private ExtendFile.Step step(byte[] file, Instant at) throws SigningException {
        try {
            return pdf.step(file, goal, at);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotProven("timestamp: interrupted (expected: an answer)", stopped);
        }
    }

    @Override
    public byte[] toCms(byte[] cms) throws SigningException {
        try {
            byte[] stamped = CmsAddition.withTimestamp(cms, token(CmsAddition.signatureValue(cms)));
            if (goal == LastingLevel.T) {
                return stamped;
            }
            return CmsAddition.withEvidence(
                    stamped,
                    gathered(NamedSigner.of(CmsSignature.read(stamped), Purpose.DOCUMENTS, trust.certificates())));
        } catch (CmsException fault) {
            throw new SigningException(String.valueOf(fault.getMessage()), fault);
        }
    }

    @Override
    public byte[] toXml(byte[] xml, String signatureId) throws SigningException {
        ExtendXml extending = ExtendXml.of(xml, List.of(), signatureId);
        byte[] token = token(extending.toBeStamped());
        byte[] stamped = extending.withTimestamp(token);
        if (goal == LastingLevel.T) {
            return stamped;
        }
        try {
            List<NamedSigner> signers = new ArrayList<>();
            signers.add(new NamedSigner(signer.getFirst(), signer, Purpose.DOCUMENTS));
            signers.addAll(NamedSigner.of(CmsSignature.read(token), Purpose.TIMESTAMPS, trust.certificates()));
            return ExtendXml.of(stamped, List.of(), signatureId).withValues(gathered(signers));
        } catch (CmsException fault) {
            throw new SigningException(String.valueOf(fault.getMessage()), fault);
        }
    }

    private byte[] token(byte[] over) throws NotProven {
        try {
            return requesting.over(over).token();
        } catch (TimestampFailed failed) {
            throw new NotProven(String.valueOf(failed.getMessage()), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotProven("timestamp: interrupted (expected: an answer)", stopped);
        }
    }

    private CarriedEvidence gathered(List<NamedSigner> signers) throws NotProven {
        GatherEvidence.Gathered gathered = trust.gathering().about(signers);
        if (!gathered.lacking().isEmpty()) {
            throw new NotProven("evidence: not enough (expected: all that a check needs) " + gathered.lacking(), null);
        }
        return gathered.evidence();
    }
}
