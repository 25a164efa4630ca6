package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Packet;

/**
 * What a document must say (QCVN 102 table 1). What nobody can route, cite or file without is an error; what real traffic lacks
 * without harm only warns.
 */
final class RequiredFields implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        agency(findings, "MessageHeader/From", packet.from());
        if (packet.to().isEmpty()) {
            findings.add(missing("MessageHeader/To"));
        }
        for (int i = 0; i < packet.to().size(); i++) {
            agency(findings, "MessageHeader/To[" + (i + 1) + "]", packet.to().get(i));
        }
        require(findings, "MessageHeader/DocumentId", packet.documentId().value());
        require(findings, "MessageHeader/Code/CodeNumber", packet.code().number());
        require(findings, "MessageHeader/Code/CodeNotation", packet.code().notation());
        require(
                findings,
                "MessageHeader/PromulgationInfo/PromulgationDate",
                packet.promulgation().dateText().text());
        want(
                findings,
                "MessageHeader/PromulgationInfo/Place",
                packet.promulgation().place());
        require(
                findings,
                "MessageHeader/DocumentType/TypeName",
                packet.documentType().typeName());
        want(findings, "MessageHeader/DocumentType/Type", packet.documentType().type());
        require(findings, "MessageHeader/Subject", packet.subject());
        require(findings, "MessageHeader/SignerInfo/FullName", packet.signer().fullName());
        want(findings, "MessageHeader/SteeringType", packet.steeringType());
        if (packet.business().isStated()) {
            want(
                    findings,
                    "TraceHeaderList/Bussiness/BussinessDocType",
                    packet.business().docType());
        }
        return findings;
    }

    static void agency(List<Finding> findings, String where, AgencyBlock agency) {
        require(findings, where + "/OrganId", agency.organId());
        want(findings, where + "/OrganName", agency.organName());
    }

    static void require(List<Finding> findings, String where, String text) {
        if (text.isEmpty()) {
            findings.add(missing(where));
        }
    }

    private static void want(List<Finding> findings, String where, String text) {
        if (text.isEmpty()) {
            findings.add(Finding.warning(ErrorCode.FIELD_MISSING, where, text(where)));
        }
    }

    private static Finding missing(String where) {
        return Finding.error(ErrorCode.FIELD_MISSING, where, text(where));
    }

    private static String text(String where) {
        return where.substring(where.lastIndexOf('/') + 1) + ": missing (expected: a value)";
    }
}
