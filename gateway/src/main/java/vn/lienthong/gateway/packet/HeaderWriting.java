package vn.lienthong.gateway.packet;

import javax.xml.stream.XMLStreamException;

/** MessageHeader on the wire, of documents and of status messages. */
final class HeaderWriting {

    private HeaderWriting() {}

    static void document(WireOutput xml, DocumentHeader h) throws XMLStreamException {
        xml.startSignable("MessageHeader", EnvelopeSigning.HEADER);
        agency(xml, "From", h.from());
        for (AgencyBlock to : h.to()) {
            agency(xml, "To", to);
        }
        xml.leaf("DocumentId", h.documentId().value());
        xml.start("Code");
        xml.leaf("CodeNumber", h.code().number());
        xml.leaf("CodeNotation", h.code().notation());
        xml.end();
        xml.start("PromulgationInfo");
        xml.leaf("Place", h.promulgation().place());
        xml.leaf("PromulgationDate", h.promulgation().dateText().text());
        xml.end();
        xml.start("DocumentType");
        xml.leaf("Type", h.documentType().type());
        xml.leaf("TypeDetail", h.documentType().typeDetail());
        xml.leaf("TypeName", h.documentType().typeName());
        xml.end();
        xml.leaf("Subject", h.subject());
        xml.leaf("Content", h.content());
        xml.start("SignerInfo");
        xml.leaf("Competence", h.signer().competence());
        xml.leaf("Position", h.signer().position());
        xml.leaf("FullName", h.signer().fullName());
        xml.end();
        xml.leaf("DueDate", h.dueDate().text());
        otherInfo(xml, h.otherInfo());
        for (ResponseFor answered : h.responseFor()) {
            answered(xml, answered);
        }
        xml.leaf("SteeringType", h.steeringType());
        xml.leaf("ResponseForTask", h.responseForTask());
        xml.leaf("ApplicationType", h.applicationType());
        if (!h.toPlaces().isEmpty()) {
            xml.start("ToPlaces");
            xml.leaves("Place", h.toPlaces());
            xml.end();
        }
        xml.end();
    }

    static void status(WireOutput xml, StatusMessage s) throws XMLStreamException {
        xml.start("MessageHeader");
        agency(xml, "From", s.from());
        answered(xml, s.responseFor());
        staff(xml, s.staff());
        xml.start("StatusCode");
        xml.text(s.code().text());
        xml.end();
        xml.leaf("Description", s.description());
        xml.leaf("Timestamp", s.timestampText());
        xml.end();
    }

    private static void agency(WireOutput xml, String name, AgencyBlock a) throws XMLStreamException {
        xml.start(name);
        xml.leaf("OrganId", a.organId());
        xml.leaf("OrganizationInCharge", a.organizationInCharge());
        xml.leaf("OrganName", a.organName());
        xml.leaf("OrganAdd", a.organAdd());
        xml.leaf("Email", a.email());
        xml.leaf("Telephone", a.telephone());
        xml.leaf("Fax", a.fax());
        xml.leaf("Website", a.website());
        xml.end();
    }

    private static void otherInfo(WireOutput xml, OtherInfo o) throws XMLStreamException {
        if (o.equals(OtherInfo.NONE)) {
            return;
        }
        xml.start("OtherInfo");
        xml.leaf("Priority", o.priority());
        xml.leaf("SphereOfPromulgation", o.sphereOfPromulgation());
        xml.leaf("TyperNotation", o.typerNotation());
        xml.leaf("PromulgationAmount", o.promulgationAmount());
        xml.leaf("PageAmount", o.pageAmount());
        xml.leaf("Direction", o.direction());
        xml.leaf("ReplyFors", o.replyFors());
        xml.leaf("ReferenceCodes", o.referenceCodes());
        if (!o.appendixes().isEmpty()) {
            xml.start("Appendixes");
            xml.leaves("Appendix", o.appendixes());
            xml.end();
        }
        xml.end();
    }

    private static void answered(WireOutput xml, ResponseFor r) throws XMLStreamException {
        xml.start("ResponseFor");
        xml.leaf("OrganId", r.organId());
        xml.leaf("Code", r.code());
        xml.leaf("PromulgationDate", r.promulgationDate().text());
        xml.leaf("DocumentId", r.documentId().value());
        xml.end();
    }

    static void staff(WireOutput xml, StaffInfo s) throws XMLStreamException {
        if (s.equals(StaffInfo.NONE)) {
            return;
        }
        xml.start("StaffInfo");
        xml.leaf("Department", s.department());
        xml.leaf("DepartmentId", s.departmentId());
        xml.leaf("Staff", s.staff());
        xml.leaf("StaffId", s.staffId());
        xml.leaf("Email", s.email());
        xml.leaf("Mobile", s.mobile());
        xml.end();
    }
}
