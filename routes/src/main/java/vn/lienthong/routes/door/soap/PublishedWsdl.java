package vn.lienthong.routes.door.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Serves the descriptions, which anybody may read: whole in one file each, so there is nothing else to fetch. */
final class PublishedWsdl {

    /** In the file in place of the address that the door was asked at. */
    private static final String PLACEHOLDER = "https://gateway.invalid/services/documents";

    private final boolean tlsInFront;

    /** @param tlsInFront whether a proxy ends TLS: clients come by https although we hear http */
    PublishedWsdl(boolean tlsInFront) {
        this.tlsInFront = tlsInFront;
    }

    /** Answers a {@code GET …?wsdl}, and what the description names besides: the schema of packets and whole examples; anything else is not found. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> file = file(
                String.valueOf(request.getPathInfo()),
                String.valueOf(request.getQueryString()).toLowerCase(Locale.ROOT));
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String asked = request.getRequestURL().toString();
        String address = FaultText.escaped(tlsInFront ? asked.replaceFirst("^http:", "https:") : asked);
        SoapAnswers.xml(
                response,
                HttpServletResponse.SC_OK,
                "text/xml",
                text(file.get()).replace(PLACEHOLDER, address));
    }

    private static Optional<String> file(String path, String query) {
        return switch (path + "?" + query) {
            case SoapServlet.DOCUMENTS + "?wsdl" -> Optional.of("documents-1.wsdl");
            case SoapServlet.DOCUMENTS + "?xsd" -> Optional.of("edxml-1.xsd");
            case SoapServlet.DOCUMENTS + "?sample" -> Optional.of("sample-document.edxml");
            case SoapServlet.DOCUMENTS + "?sample-status" -> Optional.of("sample-status.edxml");
            case SoapServlet.DOCUMENTS + "?sample-recall" -> Optional.of("sample-recall.edxml");
            case "/receiver?wsdl" -> Optional.of("receiver-1.wsdl");
            default -> Optional.empty();
        };
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PublishedWsdl.class.getResourceAsStream("/vn/lienthong/schemas/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
