package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import vn.lienthong.gateway.admission.Verdict;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;

/** What the record has to write down. */
public sealed interface Decision {

    Examination examination();

    /** A document with its verdict. */
    record Document(Examination examination, Packet packet, Verdict verdict) implements Decision {}

    /** A status that can be written down, matched or not. */
    record StatusNews(Examination examination, StatusMessage status) implements Decision {}

    /** Nothing that can be taken. */
    record Refusal(Examination examination, List<Finding> findings) implements Decision {}
}
