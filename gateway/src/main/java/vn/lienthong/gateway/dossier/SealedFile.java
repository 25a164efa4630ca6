package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Map;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A file of a document that got its agency's seal here, before the document was handed in (Decree 30/2020/NĐ-CP Art 12(3):
 * the seal is used under control, and it is known by whom).
 *
 * @param name of the file in the packet
 * @param bytes with the seal on them
 * @param agency whose seal it is
 * @param certificate SHA-256 of the seal's
 * @param by as evidence names people
 * @param at the time that the seal says
 */
public record SealedFile(String name, StoredBytes bytes, AgencyId agency, Sha256 certificate, String by, Instant at) {

    /** As the dossier's entry has it. */
    public Map<String, Object> facts() {
        return Facts.with("file", name)
                .and("by", by)
                .and("at", at)
                .and("certificate", certificate.hex())
                .and("agency", agency)
                .and("bytes", bytes.digest().hex())
                .and("length", bytes.length())
                .map();
    }
}
