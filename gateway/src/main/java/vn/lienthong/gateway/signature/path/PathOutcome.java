package vn.lienthong.gateway.signature.path;

import java.util.Optional;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;

/**
 * What was found about a signer's certificate.
 *
 * @param branch the name of the branch whose root was reached
 */
public record PathOutcome(PathStatus status, RevocationFacts revocation, Optional<String> branch) {}
