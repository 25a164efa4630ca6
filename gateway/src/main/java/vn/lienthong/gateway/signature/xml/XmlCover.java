package vn.lienthong.gateway.signature.xml;

import java.util.List;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Judgement;

/** Says how much of what is read a signature speaks for: who signs a part does not speak for the rest. */
interface XmlCover {

    /**
     * Finds the coverage, tells of parts, and objects where they do not suffice.
     *
     * @param targets what the references lead to, in their order, without the signature's own properties and KeyInfo
     */
    Coverage judge(Screened screened, List<Target> targets, SignedContent content, Judgement judgement);
}
