package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.approval.ApprovalJournal;
import vn.lienthong.gateway.approval.AskToSign;
import vn.lienthong.gateway.approval.ConfirmBatch;
import vn.lienthong.gateway.approval.DecideRequest;
import vn.lienthong.gateway.approval.SignBatch;
import vn.lienthong.gateway.approval.SignChunk;
import vn.lienthong.gateway.approval.SignFile;
import vn.lienthong.gateway.approval.SignerId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.approval.Signers;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningLimits;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.approval.StampSignature;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.jdbc.PostgresSignerKeys;
import vn.lienthong.gateway.jdbc.PostgresSigningBatches;
import vn.lienthong.gateway.jdbc.PostgresSigningRequests;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.WaitBriefly;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.path.SealTrust;

/** What clerks put before officers, and how those sign. */
@Configuration(proxyBeanMethods = false)
class ApprovalWiring {

    /** Nobody waits at a page for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int TOGETHER = 20;
    private static final long TOGETHER_BYTES = 64L << 20;
    private static final int ATTEMPTS = 3;

    @Bean
    @DependsOnDatabaseInitialization
    SigningRequests signingRequests(Jdbi jdbi) {
        return new PostgresSigningRequests(jdbi);
    }

    @Bean
    @DependsOnDatabaseInitialization
    SigningBatches signingBatches(Jdbi jdbi) {
        return new PostgresSigningBatches(jdbi);
    }

    @Bean
    @DependsOnDatabaseInitialization
    SignerKeys signerKeys(Jdbi jdbi, SecretBox box) {
        return new PostgresSignerKeys(jdbi, box);
    }

    /** Anybody can have a development authority make any person's key. */
    @Bean
    StartCheck noDevelopmentSigners(SignerKeys keys, Clock clock) {
        return () -> {
            String found = keys.all().stream()
                    .filter(key -> key.to().map(clock.instant()::isBefore).orElse(true))
                    .filter(key -> key.certificate().development())
                    .map(key -> key.username() + " (" + key.id() + ")")
                    .collect(Collectors.joining("; "));
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "khóa ký chỉ dành cho phát triển (DEV ONLY): " + found + " (bỏ bằng admin signer end)");
        };
    }

    @Bean
    Signers signers(Accounts accounts, AccountMandates mandates, Agencies agencies) {
        return new Signers(accounts, mandates, agencies);
    }

    @Bean
    ApprovalJournal approvalJournal(AccessEvents events, Clock clock) {
        return new ApprovalJournal(events, clock);
    }

    @Bean
    AskToSign askToSign(SigningRequests requests, Signers signers, ApprovalJournal journal, Ids ids, Clock clock) {
        return new AskToSign(requests, signers, journal, ids::uuid, clock);
    }

    @Bean
    DecideRequest decideRequest(SigningRequests requests, ApprovalJournal journal, Clock clock) {
        return new DecideRequest(requests, journal, clock);
    }

    @Bean
    ConfirmBatch confirmBatch(
            SigningRequests requests,
            SigningBatches batches,
            ApprovalJournal journal,
            AccessEvents events,
            Ids ids,
            Clock clock) {
        return new ConfirmBatch(requests, batches, journal, events, ids::uuid, clock);
    }

    @Bean
    StampSignature stampSignature(ExtendFile extending, BeginLasting.Rule rules, WaitBriefly waiting) {
        return new StampSignature(extending, rules, waiting);
    }

    @Bean
    SignFile signFile(SignerKeys keys, Vault vault, StampSignature stamping, GatewayConfiguration configuration) {
        SealSettings settings = configuration.seal();
        FormSettings standard = FormSettings.standard();
        return new SignFile(
                keys,
                vault,
                new FormSettings(
                        standard.limits(),
                        Math.toIntExact(settings.maxSize().toBytes()),
                        standard.maximumPages(),
                        settings.rsaPadding()),
                stamping);
    }

    @Bean
    SignChunk signChunk(
            SigningRequests requests,
            SigningBatches batches,
            Signers signers,
            SignFile files,
            ApprovalJournal journal,
            Clock clock) {
        return new SignChunk(requests, batches, signers, files, journal, clock);
    }

    @Bean
    SigningThreads signingThreads(
            SigningBatches batches,
            SigningRequests requests,
            SignerKeys records,
            SignChunk chunk,
            SignerTrust keys,
            GatewayConfiguration configuration,
            Clock clock) {
        SigningLimits limits = new SigningLimits(
                PATIENCE,
                configuration.seal().answerWithin(),
                configuration.signing().atOnceWithin(),
                configuration.tray().signWithin(),
                TOGETHER,
                TOGETHER_BYTES,
                ATTEMPTS);
        return new SigningThreads(new SignBatch(batches, requests, keys.of(records), records, chunk, limits, clock));
    }

    /** What opens officers' keys: by whom we trust, wherever they lie. */
    record SignerTrust(SealTrust trust, OpenKeys keys, boolean developmentAllowed) {

        HeldKeys<String, SignerId, SignerKey> of(SignerKeys records) {
            return new HeldKeys<>(records, trust, keys, "admin signer", developmentAllowed);
        }
    }

    @Bean
    SignerTrust signerTrust(SealTrust trust, OpenKeys keys, Mode mode) {
        return new SignerTrust(trust, keys, mode == Mode.DEMO);
    }
}
