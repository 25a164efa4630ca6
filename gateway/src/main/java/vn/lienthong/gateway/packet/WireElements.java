package vn.lienthong.gateway.packet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The element names of edXML, numbered, and which of them may repeat under which parent. */
final class WireElements {

    /** Namespace of every edXML element, prefixed or not. */
    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /** Namespace of a real XML signature. */
    static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";

    static final int UNKNOWN = -1;

    private static final List<String> NAMES = List.of(
            "edXML",
            "edXMLEnvelope",
            "edXMLHeader",
            "edXMLBody",
            "edXMLManifest",
            "MessageHeader",
            "From",
            "To",
            "OrganId",
            "OrganizationInCharge",
            "OrganName",
            "OrganAdd",
            "Email",
            "Telephone",
            "Fax",
            "Website",
            "DocumentId",
            "Code",
            "CodeNumber",
            "CodeNotation",
            "PromulgationInfo",
            "Place",
            "PromulgationDate",
            "DocumentType",
            "Type",
            "TypeDetail",
            "TypeName",
            "Subject",
            "Content",
            "SignerInfo",
            "Competence",
            "Position",
            "FullName",
            "DueDate",
            "ToPlaces",
            "OtherInfo",
            "Priority",
            "SphereOfPromulgation",
            "TyperNotation",
            "PromulgationAmount",
            "PageAmount",
            "Appendixes",
            "Appendix",
            "Direction",
            "ReplyFors",
            "ReferenceCodes",
            "ResponseFor",
            "SteeringType",
            "ResponseForTask",
            "ApplicationType",
            "StaffInfo",
            "Department",
            "DepartmentId",
            "Staff",
            "StaffId",
            "Mobile",
            "StatusCode",
            "Description",
            "Timestamp",
            "TraceHeaderList",
            "TraceHeader",
            "Bussiness",
            "BussinessDocType",
            "BussinessDocReason",
            "BussinessDocumentInfo",
            "DocumentInfo",
            "DocumentReceiver",
            "ReceiverList",
            "Receiver",
            "ReceiverType",
            "Paper",
            "ReplacementInfoList",
            "ReplacementInfo",
            "OrganIdList",
            "Reference",
            "ContentId",
            "ContentType",
            "AttachmentName",
            "AttachmentEncoded",
            "Attachment",
            "FieldName",
            "MimeType",
            "ContentTransferEncoded",
            "Signature",
            "DigitalSignature",
            "SignedInfo",
            "CanonicalizationMethod",
            "SignatureMethod",
            "Transforms",
            "Transform",
            "DigestMethod",
            "DigestValue",
            "SignatureValue",
            "KeyInfo",
            "X509Data",
            "X509SubjectName",
            "X509Certificate");

    private static final Map<String, Integer> NUMBERS = numbers();

    private static final Set<String> REPEATABLE = Set.of(
            "MessageHeader/To",
            "MessageHeader/ResponseFor",
            "ToPlaces/Place",
            "Appendixes/Appendix",
            "TraceHeaderList/TraceHeader",
            "ReceiverList/Receiver",
            "ReplacementInfoList/ReplacementInfo",
            "OrganIdList/OrganId",
            "edXMLManifest/Reference",
            "AttachmentEncoded/Attachment");

    /** Elements that carry the packet's shape: twice one of them, and nobody can say what the packet is. */
    private static final Set<String> FRAME = Set.of(
            "edXMLEnvelope",
            "edXMLHeader",
            "edXMLBody",
            "edXMLManifest",
            "MessageHeader",
            "TraceHeaderList",
            "AttachmentEncoded",
            "ContentTransferEncoded");

    private WireElements() {}

    /** A small number for a known name, below {@link #count()}; {@link #UNKNOWN} for any other. */
    static int number(String name) {
        return NUMBERS.getOrDefault(name, UNKNOWN);
    }

    static int count() {
        return NAMES.size();
    }

    static boolean mayRepeat(String parent, String name) {
        return REPEATABLE.contains(parent + "/" + name);
    }

    static boolean isFrame(String name) {
        return FRAME.contains(name);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : NAMES) {
            numbers.put(name, numbers.size());
        }
        return Map.copyOf(numbers);
    }
}
