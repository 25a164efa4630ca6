package vn.lienthong.gateway.seal;

import vn.lienthong.gateway.signature.key.RemoteSigner;
import vn.lienthong.gateway.signature.key.SigningException;

/** Signing services on the network. */
@FunctionalInterface
public interface RemoteKeys {

    /**
     * The service at a place; nothing is sent yet.
     *
     * @param secret the client's secret, and after one space the key's PIN where it has one; UTF-8
     * @throws SigningException when the address is not one that the gateway may talk to
     */
    RemoteSigner at(KeyPlace.Remote place, byte[] secret) throws SigningException;
}
