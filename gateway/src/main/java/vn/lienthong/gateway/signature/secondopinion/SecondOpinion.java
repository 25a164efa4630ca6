package vn.lienthong.gateway.signature.secondopinion;

import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;

/** Another engine. Slow: tens of milliseconds to seconds a file. */
@FunctionalInterface
public interface SecondOpinion {

    /**
     * Asks about a file of any form (PDF, CMS, XML, ASiC) that our own screens let through.
     *
     * @param beside what its detached signatures are over; no others
     * @param validationTime as of when
     * @throws NoOpinion when the engine fails, which is no verdict
     */
    Opinion about(SignedFile file, List<SignedFile> beside, Instant validationTime) throws NoOpinion;

    /** The same about a file whose signatures are over itself. */
    default Opinion about(String name, byte[] file, Instant validationTime) throws NoOpinion {
        return about(SignedFile.of(name, file), List.of(), validationTime);
    }
}
