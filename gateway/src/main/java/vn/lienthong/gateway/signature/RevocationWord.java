package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * The revocation list (RFC 5280 §5) or OCSP answer (RFC 6960) that was used, so that whoever has the bytes can tell that they
 * are the same (EN 319 102-1 §5.1.4.3: validation data are named in the report).
 *
 * @param issuer who signed it
 * @param thisUpdate as of when it speaks
 * @param nextUpdate until when a newer one is promised; empty where newer word is always to be had (RFC 6960 §4.2.2.1)
 * @param digest of its bytes as they came
 */
public record RevocationWord(String issuer, Instant thisUpdate, Optional<Instant> nextUpdate, Sha256 digest) {}
