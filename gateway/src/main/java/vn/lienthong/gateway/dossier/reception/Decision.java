package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import vn.lienthong.gateway.admission.Verdict;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;

/** What the record has to write down. */
public sealed interface Decision {

    Examination examination();

    /**
     * A document with its verdict.
     *
     * @param content the {@link vn.lienthong.gateway.packet.ContentDigest} of the packet
     */
    record Document(Examination examination, Packet packet, Sha256 content, Verdict verdict) implements Decision {}

    /** A status that can be written down, matched or not. */
    record StatusNews(Examination examination, StatusMessage status) implements Decision {}

    /** Nothing that can be taken. */
    record Refusal(Examination examination, List<Finding> findings) implements Decision {}
}
