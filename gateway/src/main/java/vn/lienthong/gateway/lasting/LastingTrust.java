package vn.lienthong.gateway.lasting;

import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.GatherEvidence;
import vn.lienthong.gateway.signature.path.KeptRevocations;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/**
 * What goes with some trust stores.
 *
 * @param verifying as receivers of today do
 * @param alone by what lies in the file and nothing else: as a receiver does years later
 */
public record LastingTrust(
        VerifyPdf verifying, VerifyPdf alone, GatherEvidence gathering, Certificates certificates, PdfLimits limits) {

    /**
     * That of these stores.
     *
     * @param policy the one that files which arrive are measured by: what we make has to pass it too
     */
    public static LastingTrust of(
            TrustStores stores,
            Revocations revocations,
            KeptRevocations kept,
            ValidationPolicy policy,
            PdfLimits limits) {
        Certificates certificates = new Certificates();
        return new LastingTrust(
                new VerifyPdf(stores, revocations, policy, limits),
                new VerifyPdf(stores, Revocations.none(), policy, limits),
                new GatherEvidence(stores, certificates, kept, policy),
                certificates,
                limits);
    }
}
