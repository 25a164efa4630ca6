package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.seal.SealForSystem;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.seal.SystemSignatures;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.routes.door.ReadFiles;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.UploadLimits;

/** The parts of verification on request: what reads the files, and what judges them. */
@Configuration(proxyBeanMethods = false)
class VerificationWiring {

    @Bean
    JudgeInUse judgeInUse(TrustInUse trust, KnownRevocations revocations, ValidationPolicy policy, DataFolder data) {
        try {
            return new JudgeInUse(trust, revocations, policy, Files.createDirectories(scratch(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Files lie with what else is examined: nothing of it outlives the process. What is judged or sealed holds its place until that
     * is done, so it has places of its own: documents go on coming in while a key is waited for.
     */
    @Bean
    ReadFiles filesToVerify(DataFolder data, Vault vault, UploadLimits limits, GatewayConfiguration configuration) {
        return reading(data, vault, limits.withPlaces(configuration.door().maxVerifications()), configuration);
    }

    @Bean
    ReadFiles filesToSeal(DataFolder data, Vault vault, UploadLimits limits, GatewayConfiguration configuration) {
        return reading(data, vault, limits.withPlaces(configuration.door().maxSeals()), configuration);
    }

    private static ReadFiles reading(
            DataFolder data, Vault vault, UploadLimits limits, GatewayConfiguration configuration) {
        return new ReadFiles(
                scratch(data),
                new SpoolBody(vault, limits),
                configuration.signatureLimits().filesBeside());
    }

    /** Sealing for systems stands beside, since it reads files in the same way. */
    @Bean
    SealForSystem sealForSystem(
            Systems systems,
            SealPdf sealing,
            BeginLasting.Rule rules,
            SystemSignatures made,
            Agencies agencies,
            Clock clock) {
        return new SealForSystem(systems, sealing, rules, made, agencies, clock);
    }

    private static Path scratch(DataFolder data) {
        return data.root().resolve("scratch");
    }
}
