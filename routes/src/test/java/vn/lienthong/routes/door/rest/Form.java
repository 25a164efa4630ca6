package vn.lienthong.routes.door.rest;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Fields and a file as a client posts them. */
final class Form {

    static final String TYPE = "multipart/form-data; boundary=ranh-gioi";
    static final String FILE = "Kính gửi";

    private final StringBuilder parts = new StringBuilder();

    static Form of(String document) {
        return new Form().document(document).file("công văn.txt", FILE);
    }

    /** A letter that is taken. */
    static Form letter(String from, String to, String number) {
        return of(fields(from, to, number));
    }

    static String fields(String from, String to, String number) {
        return """
            {"from":"%s","to":["%s"],"number":"%s","notation":"TT-VP","place":"Hà Nội","date":"2026-11-02",
            "typeName":"Công văn","subject":"Về việc <thử>","signer":{"position":"Chánh Văn phòng","fullName":"Nguyễn Văn Thử"},
            "urgency":2}
            """
                .formatted(from, to, number);
    }

    Form document(String json) {
        return part("document", "", "application/json", json);
    }

    Form file(String name, String content) {
        return part("file", "; filename=\"" + name + "\"", "text/plain", content);
    }

    Form part(String name, String more, String type, String content) {
        parts.append("--ranh-gioi\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"')
                .append(more)
                .append("\r\nContent-Type: ")
                .append(type)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
        return this;
    }

    byte[] bytes() {
        return (parts + "--ranh-gioi--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    HttpRequest.BodyPublisher body() {
        return HttpRequest.BodyPublishers.ofByteArray(bytes());
    }
}
