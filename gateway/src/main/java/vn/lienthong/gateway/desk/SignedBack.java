package vn.lienthong.gateway.desk;

import java.time.Instant;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * What came back, and was found to be as asked.
 *
 * @param bytes in the vault, durable
 * @param certificate SHA-256 of the one that signed
 * @param at when it came
 */
public record SignedBack(StoredBytes bytes, Sha256 certificate, Instant at) {}
