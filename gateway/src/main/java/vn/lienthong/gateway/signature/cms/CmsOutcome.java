package vn.lienthong.gateway.signature.cms;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.TimeFacts;

/**
 * What was found about one CMS signature, whatever carries it.
 *
 * @param archiveTimestamps over the signature and all that it is over (EN 319 122-1 §5.5), oldest first
 */
public record CmsOutcome(
        Optional<SignerFacts> signer,
        TimeFacts time,
        AlgorithmFacts algorithms,
        Integrity integrity,
        PathStatus path,
        RevocationFacts revocation,
        List<DocumentTimestamp> archiveTimestamps) {}
