package vn.lienthong.routes.platform;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceSigner;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.gateway.evidence.MakeReceipt;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.SealEntries;
import vn.lienthong.gateway.evidence.SealTimestamps;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.evidence.StampSeals;
import vn.lienthong.gateway.evidence.TimestampAuthority;
import vn.lienthong.gateway.jdbc.PostgresSealTimestamps;
import vn.lienthong.gateway.jdbc.PostgresSeals;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.TsaClient;

/** Evidence: sealing, stamping, receipts. */
@Configuration(proxyBeanMethods = false)
class EvidenceWiring {

    @Bean
    @DependsOnDatabaseInitialization
    Seals seals(Jdbi jdbi) {
        return new PostgresSeals(jdbi);
    }

    @Bean
    SealEntries sealEntries(Seals seals, EvidenceSigner signer, Clock clock, GatewayConfiguration configuration) {
        return new SealEntries(
                seals, signer, clock, !configuration.timestamp().url().isEmpty());
    }

    @Bean
    MakeReceipt makeReceipt(UnitOfWork work, Seals seals, EvidenceSigner signer, Clock clock) {
        return new MakeReceipt(work, seals, signer, clock);
    }

    @Bean
    ExportReceipt exportReceipt(MakeReceipt receipts, Seals seals, UnitOfWork work) {
        return new ExportReceipt(receipts, seals, work);
    }

    @Bean
    @DependsOnDatabaseInitialization
    SealTimestamps sealTimestamps(Jdbi jdbi) {
        return new PostgresSealTimestamps(jdbi);
    }

    /** @param calls first made, last closed: an answer that does not come is cut off before its caller is waited for */
    @Bean
    TimestampClients timestampClients(
            OutboundHttp http, ExecutorService calls, Mode mode, GatewayConfiguration configuration) {
        TimestampSettings settings = configuration.timestamp();
        return new TimestampClients(
                http.within(configuration.outbound().limits(mode).forTimestamps(settings.timeout())), settings.url());
    }

    /** One for each authority, over one client of their own. */
    record TimestampClients(OutboundHttp http, List<URI> addresses) implements AutoCloseable {

        List<TimestampAuthority> authorities() {
            return addresses.stream()
                    .<TimestampAuthority>map(address -> new TsaClient(http, address))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            http.close();
        }
    }

    @Bean
    RequestTimestamp requestTimestamp(TimestampClients clients, TrustInUse trust, SecureRandom random, Clock clock) {
        return new RequestTimestamp(clients.authorities(), trust::timestamps, random, clock);
    }

    @Bean
    StampSeals stampSeals(
            SealTimestamps timestamps,
            RequestTimestamp requesting,
            UnitOfWork work,
            ExecutorService calls,
            Clock clock,
            GatewayConfiguration configuration) {
        return new StampSeals(
                timestamps,
                requesting,
                work,
                calls,
                clock,
                configuration.timestamp().patience());
    }
}
