package vn.lienthong.gateway.dossier;

import vn.lienthong.gateway.digest.Sha256;

/**
 * Bytes that lie in the {@link Vault}, named by what they are.
 *
 * @param digest SHA-256 of the bytes exactly as received
 * @param length in bytes
 */
public record StoredBytes(Sha256 digest, long length) {}
