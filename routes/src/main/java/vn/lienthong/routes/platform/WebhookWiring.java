package vn.lienthong.routes.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.jdbc.PostgresWebhooks;
import vn.lienthong.gateway.webhook.ManageWebhooks;
import vn.lienthong.gateway.webhook.SendWebhooks;
import vn.lienthong.gateway.webhook.WebhookSender;
import vn.lienthong.gateway.webhook.Webhooks;
import vn.lienthong.routes.link.HttpWebhookSender;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundSettings;

/** Whom systems have told of news. */
@Configuration(proxyBeanMethods = false)
class WebhookWiring {

    private static final int ANSWER_BYTES = 1024;

    @Bean
    @DependsOnDatabaseInitialization
    Webhooks webhooks(Jdbi jdbi, SecretBox box) {
        return new PostgresWebhooks(jdbi, box);
    }

    @Bean
    ManageWebhooks manageWebhooks(
            Webhooks webhooks,
            UnitOfWork work,
            AccessEvents journal,
            GatewayConfiguration configuration,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        return new ManageWebhooks(
                webhooks, work, journal, configuration.webhooks().limits(), ids::uuid, random, clock);
    }

    @Bean(destroyMethod = "close")
    HttpWebhookSender webhookSender(OutboundHttp http, Mode mode, GatewayConfiguration configuration) {
        OutboundSettings usual = configuration.outbound().limits(mode);
        return new HttpWebhookSender(http.within(new OutboundSettings(
                usual.allowedHosts(),
                usual.allowedRanges(),
                usual.loopback(),
                usual.plainHttp(),
                usual.connectTimeout(),
                configuration.webhooks().timeout(),
                ANSWER_BYTES)));
    }

    @Bean(destroyMethod = "close")
    WebhookThreads webhookThreads() {
        return new WebhookThreads();
    }

    @Bean
    SendWebhooks sendWebhooks(
            Webhooks webhooks,
            Systems systems,
            HttpWebhookSender sender,
            GatewayConfiguration configuration,
            SendWebhooks.Running running,
            MeterRegistry meters) {
        return new SendWebhooks(
                webhooks,
                systems,
                counted(sender, meters),
                configuration.webhooks().sending(),
                running);
    }

    @Bean
    SendWebhooks.Running webhookRunning(
            WebhookThreads threads, GatewayConfiguration configuration, Ids ids, Clock clock) {
        Semaphore free = new Semaphore(configuration.webhooks().atOnceInAll());
        return new SendWebhooks.Running(threads, free, ids::uuid, clock);
    }

    /** {@code lienthong_webhook_attempts_total}, by how they ended. */
    private static WebhookSender counted(WebhookSender sender, MeterRegistry meters) {
        return (address, headers, body) -> {
            WebhookSender.Outcome outcome = sender.send(address, headers, body);
            String how =
                    switch (outcome) {
                        case WebhookSender.Outcome.Answered answered -> answered.status() / 100 + "xx";
                        case WebhookSender.Outcome.Unreached unreached -> "unreached";
                    };
            meters.counter("lienthong.webhook.attempts", "outcome", how).increment();
            return outcome;
        };
    }
}
