package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What became of a signing request.
 *
 * @param by as evidence names people
 * @param reason why it was refused; else empty
 * @param certificate SHA-256 of the certificate that signed; empty where none did
 */
public record Decision(String by, Instant at, String reason, Optional<Sha256> certificate) {}
