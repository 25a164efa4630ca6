package vn.lienthong.routes.command.demo;

import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;

/**
 * A signed letter, ready to hand in.
 *
 * @param pdf signed by an official, then sealed by the agency
 * @param packet the same in its edXML packet
 */
record Letter(DocumentHeader header, byte[] pdf, byte[] packet) {

    DocumentId id() {
        return header.documentId();
    }

    String symbol() {
        return header.code().full();
    }

    /** What a recipient must find in its copy. */
    Sha256 digest() {
        return Sha256.of(pdf);
    }
}
