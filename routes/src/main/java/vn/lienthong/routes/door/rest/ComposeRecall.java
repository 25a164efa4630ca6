package vn.lienthong.routes.door.rest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.ToldRecipients;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentChange;
import vn.lienthong.gateway.packet.DocumentCode;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.DocumentType;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.routes.door.ComposePacket;

/** Makes the packet that recalls a document (QCVN 102 2.2, thu hồi): its own header again, to all that were told of it, without files. */
final class ComposeRecall {

    private final ToldRecipients told;

    ComposeRecall(ToldRecipients told) {
        this.told = told;
    }

    Packet compose(Dossier dossier, RecallForm form, Instant begun) {
        DocumentFacts facts = dossier.facts();
        DocumentId id = dossier.key().documentId();
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(AgencyBlock.of(dossier.senderCode().text(), dossier.senderName()))
                .documentId(id)
                .code(new DocumentCode(facts.number(), facts.notation()))
                .promulgation(new Promulgation(
                        "", facts.promulgated().map(DateText::of).orElse(DateText.NONE)))
                .documentType(new DocumentType("", "", facts.typeName()))
                .subject(facts.subject())
                .content(facts.subject())
                .signer(new Signer("", "", facts.signer()));
        told.of(dossier)
                .forEach(recipient -> header.to(AgencyBlock.of(recipient.code().text(), recipient.name())));
        Business business = new Business(
                BusinessAction.REVOKE.wire(),
                Objects.requireNonNullElse(form.reason(), "").strip(),
                id,
                DocumentChange.NONE,
                List.of(),
                ComposePacket.staff(form.staff()),
                "0");
        return Packet.toSend(header.build(), TraceHop.at(dossier.senderCode().text(), begun), business, List.of());
    }
}
