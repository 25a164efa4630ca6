package vn.lienthong.gateway.signature.cms;

import java.util.Optional;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.TimeFacts;

/** What was found about one CMS signature, whatever carries it. */
public record CmsOutcome(
        Optional<SignerFacts> signer,
        TimeFacts time,
        AlgorithmFacts algorithms,
        Integrity integrity,
        PathStatus path,
        RevocationFacts revocation) {}
