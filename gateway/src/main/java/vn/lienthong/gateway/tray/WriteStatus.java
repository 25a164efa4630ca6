package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.time.Instant;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;

/**
 * Writes the status packet of an answer, a clerk's or that of a system that only names its code. The same answer of the same instant gives the same bytes, which reception
 * knows again: a form that is sent twice is one status.
 */
public final class WriteStatus {

    private final WritePacket packets;
    private final Agencies agencies;

    public WriteStatus(WritePacket packets, Agencies agencies) {
        this.packets = packets;
        this.agencies = agencies;
    }

    /**
     * An answer of an agency.
     *
     * @param written the code by which the document reached the agency; used where it has none today
     * @param person the clerk's name, for the sender; may be empty
     * @param words the reason of a refusal, whom it is assigned to; may be empty
     */
    public record Answer(
            AgencyId agency, AgencyCode written, StatusCode code, String person, String words, Instant said) {}

    /**
     * Writes the answer to a document into the vault.
     *
     * @throws IllegalArgumentException where a text has characters that XML lacks
     */
    public StoredBytes write(Dossier document, Answer answer) throws IOException {
        return packets.write(StatusMessage.at(
                answer.said(),
                from(answer),
                new ResponseFor(
                        document.senderCode().text(),
                        document.facts().symbol(),
                        document.facts().promulgated().map(DateText::of).orElse(DateText.NONE),
                        document.key().documentId()),
                new StaffInfo("", "", answer.person(), "", "", ""),
                answer.code(),
                answer.words()));
    }

    private AgencyBlock from(Answer answer) {
        AgencyDirectory directory = agencies.current();
        AgencyCode code = directory.codeOf(answer.agency(), answer.said()).orElse(answer.written());
        String name = directory
                .agency(answer.agency(), answer.said())
                .map(Agency::name)
                .orElse("");
        return AgencyBlock.of(code.text(), name);
    }
}
