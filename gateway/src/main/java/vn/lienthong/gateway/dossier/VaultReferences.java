package vn.lienthong.gateway.dossier;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;

/** Which bytes of the {@link Vault} are named on record. */
public interface VaultReferences {

    /**
     * Those of the digests that a record names: a dossier, a received copy, a delivery, a status, a draft; and a refusal, as long as
     * it is young.
     *
     * @param refusalsFor how long a refusal keeps the bytes that were refused
     */
    Set<Sha256> among(Collection<Sha256> digests, Duration refusalsFor);
}
