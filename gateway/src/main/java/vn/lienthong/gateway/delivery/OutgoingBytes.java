package vn.lienthong.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Vault;

/** What leaves the gateway for a recipient: the bytes exactly as they were received. */
public final class OutgoingBytes {

    private final Vault vault;

    public OutgoingBytes(Vault vault) {
        this.vault = vault;
    }

    public InputStream open(Delivery delivery) throws IOException {
        return vault.read(delivery.bytes().digest());
    }
}
