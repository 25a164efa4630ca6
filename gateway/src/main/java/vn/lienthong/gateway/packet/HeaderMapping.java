package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.WireText.text;
import static vn.lienthong.gateway.packet.WireText.texts;

import jakarta.xml.bind.JAXBElement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.schemas.edxml.AgencyType;
import vn.lienthong.schemas.edxml.CodeType;
import vn.lienthong.schemas.edxml.DocumentTypeType;
import vn.lienthong.schemas.edxml.OtherInfoType;
import vn.lienthong.schemas.edxml.PromulgationInfoType;
import vn.lienthong.schemas.edxml.ResponseForType;
import vn.lienthong.schemas.edxml.SignerInfoType;
import vn.lienthong.schemas.edxml.StaffInfoType;
import vn.lienthong.schemas.edxml.ToPlacesType;

/** The part of {@link PacketMapping} that concerns MessageHeader, of documents and of status messages. */
final class HeaderMapping {

    private HeaderMapping() {}

    static boolean isStatus(List<JAXBElement<?>> children) {
        return has(children, "StatusCode")
                || (!has(children, "To")
                        && !has(children, "DocumentId")
                        && (has(children, "StaffInfo") || has(children, "Timestamp")));
    }

    static boolean has(List<JAXBElement<?>> children, String name) {
        return children.stream()
                .anyMatch(child -> child.getName().getLocalPart().equals(name));
    }

    static StatusMessage status(List<JAXBElement<?>> children) {
        AgencyBlock from = AgencyBlock.NONE;
        ResponseFor responseFor = ResponseFor.NONE;
        StaffInfo staff = StaffInfo.NONE;
        String code = "";
        String description = "";
        String timestamp = "";
        for (JAXBElement<?> child : children) {
            Object value = child.getValue();
            switch (child.getName().getLocalPart()) {
                case "From" -> from = agency((AgencyType) value);
                case "ResponseFor" ->
                    responseFor =
                            responseFor.equals(ResponseFor.NONE) ? answered((ResponseForType) value) : responseFor;
                case "StaffInfo" -> staff = staff((StaffInfoType) value);
                case "StatusCode" -> code = text((String) value);
                case "Description" -> description = text((String) value);
                case "Timestamp" -> timestamp = text((String) value);
                default -> {
                    // the rest belongs to documents
                }
            }
        }
        return new StatusMessage(from, responseFor, staff, new StatusCode(code), description, timestamp);
    }

    static DocumentHeader document(List<JAXBElement<?>> children) {
        DocumentHeader.Builder built = DocumentHeader.builder();
        for (JAXBElement<?> child : children) {
            Object value = child.getValue();
            switch (child.getName().getLocalPart()) {
                case "From" -> built.from(agency((AgencyType) value));
                case "To" -> built.to(agency((AgencyType) value));
                case "DocumentId" -> built.documentId(new DocumentId(text((String) value)));
                case "Code" -> built.code(code((CodeType) value));
                case "PromulgationInfo" -> built.promulgation(promulgation((PromulgationInfoType) value));
                case "DocumentType" -> built.documentType(type((DocumentTypeType) value));
                case "Subject" -> built.subject(text((String) value));
                case "Content" -> built.content(text((String) value));
                case "SignerInfo" -> built.signer(signer((SignerInfoType) value));
                case "DueDate" -> built.dueDate(new DateText(text((String) value)));
                case "OtherInfo" -> built.otherInfo(otherInfo((OtherInfoType) value));
                case "ResponseFor" -> built.responseFor(answered((ResponseForType) value));
                case "SteeringType" -> built.steeringType(text((String) value));
                case "ResponseForTask" -> built.responseForTask(text((String) value));
                case "ApplicationType" -> built.applicationType(text((String) value));
                case "ToPlaces" -> texts(((ToPlacesType) value).getPlace()).forEach(built::toPlace);
                default -> {
                    // the rest belongs to status messages
                }
            }
        }
        return built.build();
    }

    private static AgencyBlock agency(AgencyType a) {
        return new AgencyBlock(
                text(a.getOrganId()),
                text(a.getOrganizationInCharge()),
                text(a.getOrganName()),
                text(a.getOrganAdd()),
                text(a.getEmail()),
                text(a.getTelephone()),
                text(a.getFax()),
                text(a.getWebsite()));
    }

    private static DocumentCode code(CodeType c) {
        return new DocumentCode(text(c.getCodeNumber()), text(c.getCodeNotation()));
    }

    private static Promulgation promulgation(PromulgationInfoType p) {
        return new Promulgation(text(p.getPlace()), new DateText(text(p.getPromulgationDate())));
    }

    private static DocumentType type(DocumentTypeType t) {
        return new DocumentType(text(t.getType()), text(t.getTypeDetail()), text(t.getTypeName()));
    }

    private static Signer signer(SignerInfoType s) {
        return new Signer(text(s.getCompetence()), text(s.getPosition()), text(s.getFullName()));
    }

    private static OtherInfo otherInfo(OtherInfoType o) {
        return new OtherInfo(
                text(o.getPriority()),
                text(o.getSphereOfPromulgation()),
                text(o.getTyperNotation()),
                text(o.getPromulgationAmount()),
                text(o.getPageAmount()),
                text(o.getDirection()),
                text(o.getReplyFors()),
                text(o.getReferenceCodes()),
                o.getAppendixes() == null ? List.of() : texts(o.getAppendixes().getAppendix()));
    }

    private static ResponseFor answered(ResponseForType r) {
        return new ResponseFor(
                text(r.getOrganId()),
                text(r.getCode()),
                new DateText(text(r.getPromulgationDate())),
                new DocumentId(text(r.getDocumentId())));
    }

    static StaffInfo staff(@Nullable StaffInfoType s) {
        if (s == null) {
            return StaffInfo.NONE;
        }
        return new StaffInfo(
                text(s.getDepartment()),
                text(s.getDepartmentId()),
                text(s.getStaff()),
                text(s.getStaffId()),
                text(s.getEmail()),
                text(s.getMobile()));
    }
}
