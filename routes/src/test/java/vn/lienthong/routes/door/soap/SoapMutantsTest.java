package vn.lienthong.routes.door.soap;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.routes.DiscardingVault;
import vn.lienthong.routes.Mutants;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.UploadLimits;

/** Envelopes, alone and with what is attached, however broken: read or refused before the engine sees them. */
final class SoapMutantsTest extends Mutants {

    private static final Caller CALLER = new Caller("s", CallerKind.AGENCY, List.of());

    private static final List<String> ENVELOPES = List.of(
            SoapText.envelope(SoapText.submit("PGE+")),
            SoapText.envelope(SoapText.SOAP_12, "<d:getDocument><d:docId>a</d:docId></d:getDocument>"),
            SoapText.envelope("<d:listReceived><d:messageType>edoc</d:messageType></d:listReceived>")
                    .replace("<s:Body>", "<s:Header><x xmlns=\"y\" s:mustUnderstand=\"0\"/></s:Header><s:Body>"));

    private static final List<String> ATTACHED = List.of(new String(
            SoapText.joined(
                    SoapText.root(SoapText.envelope(SoapText.submit(SoapText.include("cid:p%40x")))),
                    SoapText.packet("p@x", bytes("<edXML/>")),
                    SoapText.end()),
            StandardCharsets.UTF_8));

    private static final List<String> XML = splices(
            "<",
            ">",
            "</",
            "/>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "&b;",
            "&#0;",
            "<![CDATA[",
            "]]>",
            "<?x?>",
            "<!--",
            "<a>",
            " xmlns:s='x'",
            "<s:Body>",
            "</s:Body>",
            "cid:",
            "href=",
            "--b0",
            "Content-ID: <",
            "Content-Transfer-Encoding: base64");

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(
                new Parser("envelope", ENVELOPES, XML, body -> read(body, "text/xml")),
                new Parser("attached", ATTACHED, XML, body -> read(body, "multipart/related; boundary=\"b0\"")),
                new Parser(
                        "content type",
                        List.of("multipart/related; boundary=\"b0\"; type=\"application/xop+xml\""),
                        splices(";", "="),
                        type -> read(bytes(ATTACHED.getFirst()), new String(type, StandardCharsets.ISO_8859_1))));
    }

    private static boolean read(byte[] body, String contentType) throws IOException {
        Vault vault = new DiscardingVault();
        try {
            new ReadCall(new SpoolBody(vault, UploadLimits.defaults()), vault, 100_000)
                    .read(CALLER, request(body, contentType));
            return true;
        } catch (SoapRefusal refused) {
            return false;
        }
    }

    private static HttpServletRequest request(byte[] body, String contentType) {
        InputStream in = new ByteArrayInputStream(body);
        return (HttpServletRequest) Proxy.newProxyInstance(
                SoapMutantsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentType" -> contentType;
                    case "getInputStream" -> new Body(in);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Body extends ServletInputStream {

        private final InputStream in;

        Body(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
