package vn.lienthong.routes.door.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/** What the signing program at a desk does with its two addresses, without cookies: fetches, signs, returns as a form's file. */
final class SignAtDesk {

    private static final String BOUNDARY = "---------------------------8d0c5e";

    private final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<byte[]> fetch(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> head(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).HEAD().build(), HttpResponse.BodyHandlers.ofString());
    }

    static byte[] sign(byte[] pdf, DevIdentity token) {
        try {
            return new SignPdf()
                    .sign(
                            pdf,
                            Pkcs12SigningKey.of(token.key(), token.chain()),
                            SignatureDetails.of(
                                    "Văn thư", "Ban hành", Clock.systemUTC().instant()));
        } catch (SigningException fault) {
            throw new IllegalStateException(fault);
        }
    }

    HttpResponse<String> giveBack(String address, byte[] pdf) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"MetaData\"\r\n\r\n[]\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"uploadfile\"; filename=\"van-ban.signed.pdf\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(pdf);
        body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
        return post(address, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    HttpResponse<String> post(String address, String type, byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
