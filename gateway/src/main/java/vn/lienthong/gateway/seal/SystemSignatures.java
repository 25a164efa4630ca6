package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** What was signed for systems, and for which. Whoever adds synchronises the bytes in the vault first. */
public interface SystemSignatures {

    /**
     * One that was handed out.
     *
     * @param bytes as they were handed out; as long as this is kept, they are
     * @param name of the file that the system handed in
     * @param level what it was at then
     */
    record Made(
            StoredBytes bytes,
            String systemId,
            AgencyId agency,
            SignatureForm form,
            String name,
            Instant signedAt,
            LastingLevel level) {}

    /** One that was handed out, and when it became what it is now. */
    record Kept(Made made, Instant changedAt) {}

    /** Keeps one; the same bytes again for the same system change nothing, and for another are that one's too. */
    void add(Made made);

    /**
     * Looks one up by what was handed out, or by any later step of it.
     *
     * @param systemId for which it was made: nobody else learns that it is there
     */
    Optional<Kept> find(Sha256 given, String systemId);

    /**
     * Forgets what was signed before an instant, with what it became since; other records may still hold the bytes.
     *
     * @return how many
     */
    int drop(Instant signedBefore);
}
