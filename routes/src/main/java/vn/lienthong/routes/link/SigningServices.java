package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.RemoteKeys;
import vn.lienthong.gateway.signature.key.RemoteSigner;
import vn.lienthong.gateway.signature.key.SigningException;

/** Signing services over HTTPS, within the bounds of everything that leaves the gateway. */
public final class SigningServices implements RemoteKeys, AutoCloseable {
    private final OutboundHttp http;
    private final Duration within;

    /**
     * By one client for all.
     *
     * @param http closed with this
     * @param within how long a key may take to be described, or to sign, in however many calls
     */
    public SigningServices(OutboundHttp http, Duration within) {
        this.http = http;
        this.within = within;
    }

    @Override
    public RemoteSigner at(KeyPlace.Remote place, byte[] secret) throws SigningException {
        URI service = address(place);
        String text = new String(secret, StandardCharsets.UTF_8);
        int space = text.lastIndexOf(' ');
        CscClient.Login login = space < 0
                ? new CscClient.Login(place.client(), text, "")
                : new CscClient.Login(place.client(), text.substring(0, space), text.substring(space + 1));
        return new CscClient(http, service, place.credential(), login, within);
    }

    private URI address(KeyPlace.Remote place) throws SigningException {
        try {
            URI service = URI.create(place.service());
            String refusal = http.refusal(service).orElse("");
            if (!refusal.isEmpty()) {
                throw new SigningException(place + ": " + refusal, null);
            }
            return service;
        } catch (IllegalArgumentException noAddress) {
            throw new SigningException(place + ": " + noAddress.getMessage() + " (expected: an address)", noAddress);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
