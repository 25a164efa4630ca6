package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.xml.EnvelopeBytes;
import vn.lienthong.gateway.signature.xml.EnvelopeHint;
import vn.lienthong.gateway.signature.xml.EnvelopeLimits;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;

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
    VerifyEnvelope verifyEnvelope(TrustStores stores, CrlCache revocations) {
        return new VerifyEnvelope(stores, revocations, ValidationPolicy.standard(), EnvelopeLimits.standard());
    }

    @Bean
    VerifySubmission verifySubmission(VerifyPdf pdf, VerifyEnvelope envelope, Vault vault) {
        return new VerifySubmission(
                pdf::verify,
                (kind, packet, at) -> envelope.verify(EnvelopeHint.valueOf(kind.name()), bytes(vault, packet), at));
    }

    private static EnvelopeBytes bytes(Vault vault, StoredBytes packet) {
        return new EnvelopeBytes() {
            @Override
            public InputStream open() throws IOException {
                return vault.read(packet.digest());
            }

            @Override
            public long length() {
                return packet.length();
            }
        };
    }

    @Bean
    GatewaySeal gatewaySeal(GatewayConfiguration configuration, DataFolder data, Clock clock) {
        return new GatewaySeal(SealKey.open(configuration.seal(), data.root(), clock.instant()));
    }
}
