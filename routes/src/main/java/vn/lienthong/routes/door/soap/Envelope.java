package vn.lienthong.routes.door.soap;

import java.util.Optional;

/**
 * An envelope that was looked at: well-formed, without what SOAP forbids, with exactly one known operation in its body.
 *
 * @param include the content id that it takes its packet from, where it does
 */
record Envelope(byte[] bytes, SoapVersion version, Operation operation, Optional<String> include) {}
