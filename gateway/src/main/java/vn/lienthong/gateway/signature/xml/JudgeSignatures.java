package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;

/** Judges every signature of one file, in the order of the document. */
final class JudgeSignatures {
    private final SignedFile file;
    private final SignedContent content;
    private final JudgeXml judge;
    private final XmlLimits limits;
    private final Instant validationTime;
    private final List<SignatureVerdict> verdicts = new ArrayList<>();
    private final List<DocumentTimestamp> timestamps = new ArrayList<>();
    private boolean broken;

    JudgeSignatures(SignedFile file, SignedContent content, JudgeXml judge, XmlLimits limits, Instant validationTime) {
        this.file = file;
        this.content = content;
        this.judge = judge;
        this.limits = limits;
        this.validationTime = validationTime;
    }

    SignatureReport report() throws IOException {
        List<Element> signatures = content.document().signatures();
        if (signatures.size() > limits.maximumSignatures()) {
            return VerifyXml.broken(
                    file.name(),
                    "signatures: " + signatures.size() + " (expected: at most " + limits.maximumSignatures() + ")");
        }
        for (int at = 0; at < signatures.size(); at++) {
            String identifier = signatures.get(at).getAttribute("Id");
            judge(signatures.get(at), identifier.isEmpty() ? "Signature " + (at + 1) : identifier);
        }
        return new SignatureReport(
                file.name(), broken ? Presence.BROKEN : Presence.SIGNED, verdicts, timestamps, List.of());
    }

    private void judge(Element signature, String field) throws IOException {
        String where = file.name() + " " + field;
        List<String> unknownWeak = weakBeyondComputing(signature);
        if (!unknownWeak.isEmpty()) {
            verdicts.add(WeakSignature.verdict(where, field, unknownWeak, Optional.empty(), validationTime));
            return;
        }
        try {
            JudgeXml.Answer answer = judge.judge(
                    ScreenSignature.of(signature, limits),
                    content,
                    new JudgeXml.Question(where, field, cover(signature), file.length(), validationTime));
            verdicts.add(answer.verdict());
            timestamps.addAll(answer.timestamps());
        } catch (XmlFault fault) {
            broken = true;
            Judgement judgement = new Judgement(where);
            judgement.object(SubIndication.FORMAT_FAILURE, ErrorCode.SIGNATURE_BROKEN, fault.text());
            verdicts.add(judgement.verdict(SignatureFacts.unread(field, "XML-DSig", validationTime)));
        }
    }

    private static XmlCover cover(Element signature) {
        Node holder = signature.getParentNode();
        if (holder == null || !Dom.is(holder, XmlNames.XADES, "CounterSignature")) {
            return new CoverFile();
        }
        Node at = holder.getParentNode();
        while (at.getParentNode() != null && !Dom.is(at, "Signature")) {
            at = at.getParentNode();
        }
        return at instanceof Element parent ? new CoverCounterSigned(parent) : new CoverFile();
    }

    /** MD5 and DSA: weak as SHA-1 is, and not even computed. */
    private static List<String> weakBeyondComputing(Element signature) {
        List<String> found = new ArrayList<>();
        for (Element info : Dom.children(signature, XmlNames.DSIG, "SignedInfo")) {
            NodeList inside = info.getElementsByTagNameNS(XmlNames.DSIG, "*");
            for (int at = 0; at < inside.getLength() && at < 1000; at++) {
                String algorithm = Dom.algorithm((Element) inside.item(at));
                if (XmlNames.WEAK.contains(algorithm)
                        && !XmlNames.DIGESTS.containsKey(algorithm)
                        && !XmlNames.SIGNATURES.containsKey(algorithm)) {
                    found.add(algorithm);
                }
            }
        }
        return found;
    }
}
