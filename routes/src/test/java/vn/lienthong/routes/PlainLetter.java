package vn.lienthong.routes;

import java.nio.charset.StandardCharsets;

/** The smallest unsigned document that is taken: for tests that are about something else. */
public final class PlainLetter {

    private PlainLetter() {}

    /** An edXML packet. */
    public static byte[] of(String from, String to, String number) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader>
            <MessageHeader>
            <From><OrganId>%1$s</OrganId><OrganName>Cơ quan gửi</OrganName></From>
            <To><OrganId>%2$s</OrganId><OrganName>Cơ quan nhận</OrganName></To>
            <DocumentId>%1$s,2026/11/02,%3$s/TT-VP</DocumentId>
            <Code><CodeNumber>%3$s</CodeNumber><CodeNotation>TT-VP</CodeNotation></Code>
            <PromulgationInfo><Place>Hà Nội</Place><PromulgationDate>2026/11/02</PromulgationDate></PromulgationInfo>
            <DocumentType><Type>1</Type><TypeName>Công văn</TypeName></DocumentType>
            <Subject>Về việc thử</Subject><Content>Về việc thử</Content>
            <SignerInfo><FullName>Nguyễn Văn Thử</FullName></SignerInfo>
            <OtherInfo><Priority>0</Priority></OtherInfo>
            </MessageHeader>
            <TraceHeaderList>
            <TraceHeader><OrganId>%1$s</OrganId><Timestamp>2026/11/02 10:00:00</Timestamp></TraceHeader>
            <Bussiness><BussinessDocType>0</BussinessDocType></Bussiness>
            </TraceHeaderList>
            </edXMLHeader><edXMLBody><edXMLManifest version="1.0"><Reference>
            <ContentId>cid:1</ContentId><ContentType>text/plain</ContentType><AttachmentName>thu.txt</AttachmentName>
            </Reference></edXMLManifest></edXMLBody></edXMLEnvelope>
            <AttachmentEncoded><Attachment>
            <ContentId>cid:1</ContentId><AttachmentName>thu.txt</AttachmentName><ContentType>text/plain</ContentType>
            <ContentTransferEncoded>S8OtbmggZ+G7rWkK</ContentTransferEncoded>
            </Attachment></AttachmentEncoded></edXML>
            """
                .formatted(from, to, number)
                .getBytes(StandardCharsets.UTF_8);
    }
}
