package vn.lienthong.routes.platform;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.evidence.CmsSeal;
import vn.lienthong.gateway.evidence.SealKeyFile;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/** Verification, and the gateway's own seal. */
@Configuration(proxyBeanMethods = false)
class SignatureWiring {

    @Bean
    TrustStores trustStores(DataFolder data) {
        return TrustFolder.read(data.root().resolve("trust"));
    }

    @Bean
    @DependsOnDatabaseInitialization
    CrlCache revocations(TrustStores stores, Jdbi jdbi, Clock clock) {
        return new CrlCache(
                stores,
                new PostgresCrlStore(jdbi, clock),
                ValidationPolicy.standard().clockSkew());
    }

    @Bean
    VerifyPdf verifyPdf(TrustStores stores, CrlCache revocations) {
        return new VerifyPdf(stores, revocations, ValidationPolicy.standard(), PdfLimits.standard());
    }

    @Bean
    VerifySubmission verifySubmission(VerifyPdf pdf) {
        return new VerifySubmission(pdf::verify, (kind, packet, at) -> envelope(kind));
    }

    private static SignatureReport envelope(EnvelopeSignature.Kind kind) {
        return switch (kind) {
            case ABSENT -> SignatureReport.without("envelope", Presence.UNSIGNED);
            case NOT_XMLDSIG ->
                SignatureReport.without(
                        "envelope",
                        Presence.DECORATIVE,
                        Finding.information(
                                ErrorCode.ENVELOPE_SIGNATURE_DECORATIVE,
                                "edXMLHeader/Signature",
                                "Signature: không thuộc XML-DSig (expected: http://www.w3.org/2000/09/xmldsig#)"));
            case XMLDSIG ->
                SignatureReport.without(
                        "envelope",
                        Presence.NOT_CHECKED,
                        Finding.information(
                                ErrorCode.ENVELOPE_SIGNATURE_NOT_CHECKED,
                                "edXMLHeader/Signature",
                                "Signature: chưa kiểm tra"));
        };
    }

    @Bean
    CmsSeal gatewaySeal(DataFolder data, Clock clock) {
        String password = SecretFile.readOrMake(data.secrets().resolve("seal.password"));
        return SealKeyFile.readOrMake(data.secrets().resolve("seal.p12"), password.toCharArray(), clock.instant());
    }
}
