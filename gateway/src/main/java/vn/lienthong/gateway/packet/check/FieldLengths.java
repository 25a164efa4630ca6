package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.OtherInfo;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StatusMessage;

/**
 * The lengths of QCVN 102's tables, in characters. They only warn: real values pass them, and the tables are known from other
 * implementers alone.
 */
final class FieldLengths implements PacketCheck {

    private static final int LONGEST_NAME = 300;

    @Override
    public List<Finding> check(Message message) {
        List<Finding> findings = new ArrayList<>();
        agency(findings, "MessageHeader/From", message.from());
        switch (message) {
            case Packet packet -> document(findings, packet);
            case StatusMessage status -> status(findings, status.responseFor());
        }
        return findings;
    }

    private static void status(List<Finding> findings, ResponseFor about) {
        name(
                findings,
                "MessageHeader/ResponseFor/DocumentId",
                about.documentId().value());
        name(findings, "MessageHeader/ResponseFor/OrganId", about.organId());
        limit(findings, "MessageHeader/ResponseFor/OrganId", about.organId(), 35);
    }

    /** Names that documents and agencies are found by; longer ones are nobody's, and no index holds them. */
    private static void name(List<Finding> findings, String where, String text) {
        if (text.length() > LONGEST_NAME) {
            findings.add(Finding.error(
                    ErrorCode.FIELD_TOO_LONG,
                    where,
                    where.substring(where.lastIndexOf('/') + 1) + ": " + text.length()
                            + " characters (expected: at most " + LONGEST_NAME + ")"));
        }
    }

    private static void names(List<Finding> findings, Packet packet) {
        name(findings, "MessageHeader/DocumentId", packet.documentId().value());
        for (DocumentId target : packet.targets()) {
            name(findings, "TraceHeaderList/Bussiness", target.value());
        }
    }

    private static void document(List<Finding> findings, Packet packet) {
        names(findings, packet);
        for (int i = 0; i < packet.to().size(); i++) {
            agency(findings, "MessageHeader/To[" + (i + 1) + "]", packet.to().get(i));
        }
        limit(findings, "MessageHeader/Code/CodeNumber", packet.code().number(), 11);
        limit(findings, "MessageHeader/Code/CodeNotation", packet.code().notation(), 30);
        limit(
                findings,
                "MessageHeader/PromulgationInfo/Place",
                packet.promulgation().place(),
                50);
        limit(
                findings,
                "MessageHeader/DocumentType/TypeName",
                packet.documentType().typeName(),
                100);
        limit(findings, "MessageHeader/Subject", packet.subject(), 500);
        limit(findings, "MessageHeader/Content", packet.content(), 500);
        limit(findings, "MessageHeader/SignerInfo/Competence", packet.signer().competence(), 100);
        limit(findings, "MessageHeader/SignerInfo/Position", packet.signer().position(), 100);
        limit(findings, "MessageHeader/SignerInfo/FullName", packet.signer().fullName(), 50);
        each(findings, "MessageHeader/ToPlaces/Place", packet.toPlaces(), 150);
        otherInfo(findings, packet.otherInfo());
        for (int i = 0; i < packet.attachments().size(); i++) {
            String where = "AttachmentEncoded/Attachment[" + (i + 1) + "]/AttachmentName";
            limit(findings, where, packet.attachments().get(i).name(), 200);
        }
    }

    private static void agency(List<Finding> findings, String where, AgencyBlock agency) {
        name(findings, where + "/OrganId", agency.organId());
        limit(findings, where + "/OrganId", agency.organId(), 35);
        limit(findings, where + "/OrganizationInCharge", agency.organizationInCharge(), 200);
        limit(findings, where + "/OrganName", agency.organName(), 200);
        limit(findings, where + "/OrganAdd", agency.organAdd(), 250);
        limit(findings, where + "/Email", agency.email(), 100);
        limit(findings, where + "/Telephone", agency.telephone(), 20);
        limit(findings, where + "/Fax", agency.fax(), 20);
        limit(findings, where + "/Website", agency.website(), 100);
    }

    private static void otherInfo(List<Finding> findings, OtherInfo other) {
        limit(findings, "MessageHeader/OtherInfo/SphereOfPromulgation", other.sphereOfPromulgation(), 100);
        limit(findings, "MessageHeader/OtherInfo/TyperNotation", other.typerNotation(), 10);
        each(findings, "MessageHeader/OtherInfo/Appendixes/Appendix", other.appendixes(), 250);
    }

    private static void each(List<Finding> findings, String where, List<String> texts, int maxChars) {
        for (int i = 0; i < texts.size(); i++) {
            limit(findings, where + "[" + (i + 1) + "]", texts.get(i), maxChars);
        }
    }

    private static void limit(List<Finding> findings, String where, String text, int maxChars) {
        if (text.length() > maxChars) {
            int chars = text.codePointCount(0, text.length());
            if (chars > maxChars) {
                findings.add(Finding.warning(
                        ErrorCode.FIELD_TOO_LONG,
                        where,
                        where.substring(where.lastIndexOf('/') + 1) + ": " + chars + " characters (expected: at most "
                                + maxChars + ")"));
            }
        }
    }
}
