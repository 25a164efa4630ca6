package vn.lienthong.gateway.lasting;

import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/** What has become of a signed file that was given out, asked for by what was given out: any step of it. */
public final class NewestCopy {

    private final LastingFiles files;

    public NewestCopy(LastingFiles files) {
        this.files = files;
    }

    /**
     * The file as it is now.
     *
     * @param level how long it can be checked
     * @param grows whether more is to come by itself
     * @param mayLeave false where the rule wants a timestamp first and that has not come
     */
    public record Copy(StoredBytes bytes, LastingLevel level, boolean grows, boolean mayLeave) {}

    /**
     * Looks it up.
     *
     * @param agency whose signature it has to be: nobody learns of other agencies' files
     * @return empty where nothing of that agency with these bytes is kept track of; then the file is as it was given out
     */
    public Optional<Copy> of(AgencyId agency, Sha256 given) {
        return files.find(given).filter(file -> file.agency().equals(agency)).map(NewestCopy::copy);
    }

    private static Copy copy(LastingFile file) {
        boolean grows = file.pending() && file.due().isPresent();
        boolean awaited = grows && file.level() == LastingLevel.B && file.rule().waits();
        return new Copy(file.bytes(), file.level(), grows, !awaited);
    }
}
