package vn.lienthong.gateway.signature.xml;

import java.util.List;
import org.w3c.dom.Element;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * Coverage of a counter-signature (EN 319 132-1 §5.2.7): the signature value of the signature that it lies in, and nothing else.
 *
 * @param parent that signature
 */
record CoverCounterSigned(Element parent) implements XmlCover {

    @Override
    public Coverage judge(Screened screened, List<Target> targets, SignedContent content, Judgement judgement) {
        boolean over = targets.size() == 1
                && targets.getFirst() instanceof Target.Part part
                && part.element().getParentNode() == parent
                && Dom.is(part.element(), "SignatureValue");
        if (over) {
            judgement.weigh(
                    Level.INFORM,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_COVERS,
                    "counter-signature, covers: " + targets + " (expected: the signature it lies in)");
        } else {
            judgement.object(
                    SubIndication.FORMAT_FAILURE,
                    ErrorCode.SIGNATURE_BROKEN,
                    "counter-signature over " + targets + " (expected: the value of the signature it lies in)");
        }
        return Coverage.PARTIAL;
    }
}
