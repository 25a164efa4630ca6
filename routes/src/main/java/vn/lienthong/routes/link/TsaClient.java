package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import vn.lienthong.gateway.evidence.TimestampAuthority;

/** Asks a timestamp authority over HTTP (RFC 3161 §3.4). */
public final class TsaClient implements TimestampAuthority {

    private final OutboundHttp http;
    private final URI address;

    public TsaClient(OutboundHttp http, URI address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public byte[] ask(byte[] request) throws IOException, InterruptedException {
        try {
            OutboundHttp.Answer answer = http.send(
                    address,
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/timestamp-query")
                            .header("Accept", "application/timestamp-reply")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request)));
            if (answer.status() != 200) {
                throw new IOException("HTTP " + answer.status() + " (expected: 200)");
            }
            return answer.body();
        } catch (OutboundRefused refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
