package vn.lienthong.routes.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.routes.DiscardingVault;
import vn.lienthong.routes.Mutants;
import vn.lienthong.routes.NoAgencies;

/** Forms of documents and statuses, and bodies in parts, however broken. */
final class FormMutantsTest extends Mutants {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Caller CALLER = new Caller("s", CallerKind.AGENCY, List.of());
    private static final String BOUNDARY = "b0";

    @TempDir
    private Path folder;

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(
                new Parser("document", DOCUMENTS, json("\"to\":", "\"signer\":{}"), FormMutantsTest::document),
                new Parser("status", STATUSES, json(), FormMutantsTest::status),
                new Parser("form", FORMS, PARTS, this::form),
                new Parser("part", FORMS, PARTS, FormMutantsTest::part),
                new Parser("long names", LONG_NAMES, PARTS, this::form),
                new Parser(
                        "content type",
                        List.of("multipart/form-data; boundary=b0"),
                        splices(";", "="),
                        FormMutantsTest::type));
    }

    private static final List<String> DOCUMENTS = List.of(
            """
            {"from":"G22","to":["H01","H53"],"number":"1","notation":"TT-VP","place":"Hà Nội","date":"2026-11-02",
            "typeName":"Công văn","subject":"Về việc <thử>","signer":{"position":"Chánh","fullName":"Nguyễn Văn Thử"},
            "urgency":2,"dueDate":"2026-12-01","pages":3,"copies":1,"places":["Lưu"]}""",
            """
            {"from":"G22","to":["H01"],"action":"replace","reason":"sai","replaces":[{"documentId":"x","recipients":["H01"]}],
            "answersTo":[{"from":"H01","symbol":"1/A","date":"2026-01-01","documentId":"y"}],"staff":{"name":"A"}}""",
            """
            {"action":"update","target":"x","addedRecipients":["H01"],"removedRecipients":[]}""");

    private static final List<String> STATUSES = List.of(
            "{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\"d\",\"code\":\"03\",\"date\":\"2026-11-02\",\"symbol\":\"1/A\"}");

    private static final List<String> FORMS = List.of(
            "--b0\r\nContent-Disposition: form-data; name=\"document\"\r\n"
                    + "Content-Type: application/json\r\n\r\n{}\r\n--b0\r\nContent-Disposition: form-data; name=\"file\";"
                    + " filename=\"a\\\"b.pdf\"; filename*=UTF-8''c%C3%B4ng.pdf\r\nContent-Type: application/pdf\r\n\r\nnội dung\r\n--b0--\r\n");

    private static final List<String> LONG_NAMES = List.of(
            FORMS.getFirst().replace("a\\\"b.pdf", "\\\"a".repeat(50)),
            FORMS.getFirst().replace("a\\\"b.pdf", "a".repeat(200)));

    private static final List<String> PARTS = splices(
            "--b0",
            "--",
            "\r\n\r\n",
            "Content-Disposition: ",
            "name=",
            "filename=\"",
            "filename*=UTF-8''%",
            ";",
            "name=\"file\"",
            "Content-Type:",
            "\t");

    private static boolean document(byte[] json) throws IOException {
        try {
            List<FormFile> files =
                    List.of(new FormFile("a.pdf", "application/pdf", AttachmentContent.ofBytes(new byte[] {1, 2, 3})));
            return write(new ComposePacket(new AgencyBlocks(new NoAgencies()))
                    .compose(FormJson.read(json, DocumentForm.class), files, NOW));
        } catch (FormJson.Unreadable refused) {
            return refused.finding("document").text().isEmpty();
        } catch (IllegalArgumentException unwritable) {
            // Characters that XML lacks: told so by every door that writes packets.
            return false;
        }
    }

    private static boolean status(byte[] json) throws IOException {
        try {
            return write(new ComposeStatus(new AgencyBlocks(new NoAgencies()))
                    .compose(FormJson.read(json, StatusForm.class), NOW));
        } catch (FormJson.Unreadable | IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean write(Message message) throws IOException {
        new WritePacket(new DiscardingVault()).write(message);
        return true;
    }

    private static SpoolBody spooling() {
        return new SpoolBody(new DiscardingVault(), UploadLimits.defaults());
    }

    private boolean form(byte[] body) throws IOException {
        ReadForm reading = new ReadForm(folder.resolve("scratch"), spooling(), 5, 10_000);
        try (FormBody form = reading.read(
                CALLER,
                new ByteArrayInputStream(body),
                "multipart/form-data; boundary=" + BOUNDARY,
                Optional.empty())) {
            return form instanceof FormBody.Read;
        }
    }

    private static boolean part(byte[] body) throws IOException {
        FormFields beside = new FormFields("document");
        Upload upload = spooling()
                .part(
                        new ByteArrayInputStream(body),
                        "multipart/form-data; boundary=" + BOUNDARY,
                        "file",
                        Optional.empty(),
                        beside);
        return upload instanceof Upload.Stored && beside.areSound();
    }

    private static boolean type(byte[] contentType) throws IOException {
        Upload upload = spooling()
                .part(
                        new ByteArrayInputStream(bytes(FORMS.getFirst())),
                        new String(contentType, StandardCharsets.ISO_8859_1),
                        "file",
                        Optional.empty());
        return upload instanceof Upload.Stored;
    }
}
