package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.cms.NamedSigner;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.Purpose;

/**
 * Everybody whose certificate a verification of a PDF file will ask about: signers, and who stamped.
 *
 * @param last who made the timestamp over the whole file, from when on it needs another over it; empty where there is none, or
 *     somebody signed after it: that signature it does not prove
 */
public record FileSigners(List<NamedSigner> all, Optional<NamedSigner> last) {
    public FileSigners {
        all = List.copyOf(all);
    }

    /**
     * Reads them off a file.
     *
     * @throws SigningException when the file cannot be read strictly
     */
    public static FileSigners of(byte[] pdf, PdfLimits limits, Certificates certificates) throws SigningException {
        List<NamedSigner> all = new ArrayList<>();
        Optional<NamedSigner> last = Optional.empty();
        for (SignedRange range : SignatureRanges.of(pdf, limits)) {
            Purpose purpose = range.timestamp() ? Purpose.TIMESTAMPS : Purpose.DOCUMENTS;
            List<NamedSigner> found = NamedSigner.of(range.cms(), purpose, certificates);
            all.addAll(found);
            last = range.timestamp() ? found.stream().findFirst() : Optional.empty();
        }
        return new FileSigners(all, last);
    }

    /** Until when the newest timestamp over the whole file can be checked without another over it. */
    public Optional<Instant> lastsUntil() {
        return last.map(signer -> signer.certificate().to());
    }
}
