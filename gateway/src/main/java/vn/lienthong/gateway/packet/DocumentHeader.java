package vn.lienthong.gateway.packet;

import java.util.ArrayList;
import java.util.List;

/**
 * MessageHeader of a document: one component per row of the regulation's table (QCVN 102 1.1 to 1.14), then the two extensions
 * of the platform's SDK. Made by {@link #builder()}.
 *
 * @param subject trích yếu
 * @param content nội dung tóm tắt
 * @param dueDate hạn xử lý
 * @param responseFor the documents it answers, empty ones too
 * @param steeringType carried as written
 * @param toPlaces who keeps or knows it, for people; routes nothing
 * @param responseForTask SDK extension, carried as written
 * @param applicationType SDK extension, carried as written
 */
public record DocumentHeader(
        AgencyBlock from,
        List<AgencyBlock> to,
        DocumentId documentId,
        DocumentCode code,
        Promulgation promulgation,
        DocumentType documentType,
        String subject,
        String content,
        Signer signer,
        DateText dueDate,
        OtherInfo otherInfo,
        List<ResponseFor> responseFor,
        String steeringType,
        String responseForTask,
        String applicationType,
        List<String> toPlaces) {

    public DocumentHeader {
        to = List.copyOf(to);
        responseFor = List.copyOf(responseFor);
        toPlaces = List.copyOf(toPlaces);
    }

    /** The same header to further recipients, each of them once. */
    public DocumentHeader withMore(List<AgencyBlock> recipients) {
        List<AgencyBlock> all = new ArrayList<>(to);
        for (AgencyBlock recipient : recipients) {
            if (all.stream().noneMatch(known -> known.organId().equals(recipient.organId()))) {
                all.add(recipient);
            }
        }
        return new DocumentHeader(
                from,
                all,
                documentId,
                code,
                promulgation,
                documentType,
                subject,
                content,
                signer,
                dueDate,
                otherInfo,
                responseFor,
                steeringType,
                responseForTask,
                applicationType,
                toPlaces);
    }

    /** A header in which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Fills a header; what is not set stays empty. */
    public static final class Builder {

        private AgencyBlock from = AgencyBlock.NONE;
        private final List<AgencyBlock> to = new ArrayList<>();
        private DocumentId documentId = DocumentId.NONE;
        private DocumentCode code = new DocumentCode("", "");
        private Promulgation promulgation = new Promulgation("", DateText.NONE);
        private DocumentType documentType = new DocumentType("", "", "");
        private String subject = "";
        private String content = "";
        private Signer signer = new Signer("", "", "");
        private DateText dueDate = DateText.NONE;
        private OtherInfo otherInfo = OtherInfo.NONE;
        private final List<ResponseFor> responseFor = new ArrayList<>();
        private String steeringType = "";
        private String responseForTask = "";
        private String applicationType = "";
        private final List<String> toPlaces = new ArrayList<>();

        private Builder() {}

        public Builder from(AgencyBlock value) {
            from = value;
            return this;
        }

        /** Adds a recipient. */
        public Builder to(AgencyBlock value) {
            to.add(value);
            return this;
        }

        public Builder documentId(DocumentId value) {
            documentId = value;
            return this;
        }

        public Builder code(DocumentCode value) {
            code = value;
            return this;
        }

        public Builder promulgation(Promulgation value) {
            promulgation = value;
            return this;
        }

        public Builder documentType(DocumentType value) {
            documentType = value;
            return this;
        }

        public Builder subject(String value) {
            subject = value;
            return this;
        }

        public Builder content(String value) {
            content = value;
            return this;
        }

        public Builder signer(Signer value) {
            signer = value;
            return this;
        }

        public Builder dueDate(DateText value) {
            dueDate = value;
            return this;
        }

        public Builder otherInfo(OtherInfo value) {
            otherInfo = value;
            return this;
        }

        /** Adds a document that this one answers. */
        public Builder responseFor(ResponseFor value) {
            responseFor.add(value);
            return this;
        }

        public Builder steeringType(String value) {
            steeringType = value;
            return this;
        }

        public Builder responseForTask(String value) {
            responseForTask = value;
            return this;
        }

        public Builder applicationType(String value) {
            applicationType = value;
            return this;
        }

        /** Adds a place that keeps or knows it. */
        public Builder toPlace(String value) {
            toPlaces.add(value);
            return this;
        }

        public DocumentHeader build() {
            return new DocumentHeader(
                    from,
                    to,
                    documentId,
                    code,
                    promulgation,
                    documentType,
                    subject,
                    content,
                    signer,
                    dueDate,
                    otherInfo,
                    responseFor,
                    steeringType,
                    responseForTask,
                    applicationType,
                    toPlaces);
        }
    }
}
