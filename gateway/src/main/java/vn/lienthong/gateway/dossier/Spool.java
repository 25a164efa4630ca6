package vn.lienthong.gateway.dossier;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.gateway.digest.Sha256;

/** An open spool of the {@link Vault}: hashes what is written to it while it writes. */
public abstract class Spool extends OutputStream {

    /** Ends the writing. Idempotent. */
    public abstract Sha256 digest() throws IOException;

    /** Keeps what was written and starts to make it durable. */
    public abstract StoredBytes keep() throws IOException;

    /** Drops what was written, unless it was kept. */
    @Override
    public abstract void close() throws IOException;
}
