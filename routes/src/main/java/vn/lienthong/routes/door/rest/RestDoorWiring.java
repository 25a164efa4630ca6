package vn.lienthong.routes.door.rest;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.delivery.SenderSide;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.dossier.ToldRecipients;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.routes.door.AgencyBlocks;
import vn.lienthong.routes.door.ComposePacket;
import vn.lienthong.routes.door.ComposeStatus;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.link.HttpWebhookSender;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** The parts of the REST door. */
@Configuration(proxyBeanMethods = false)
class RestDoorWiring implements WebMvcConfigurer {

    /** What sealing takes at most beside its key. */
    private static final Duration OF_SEALING = Duration.ofMinutes(5);

    /** The page to try the door at, by a program that many know. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(RestPaths.BASE + "/docs/**")
                .addResourceLocations(
                        "classpath:/api/docs/", "classpath:/META-INF/resources/webjars/swagger-ui/5.34.1/");
    }

    @Bean
    AnswerOnce restAnswerOnce(Repeats repeats, GatewayConfiguration configuration, Clock clock) {
        // A key opens and signs, each within its time; the rest is waiting for one's turn, which is bounded too.
        Duration longest = configuration.seal().answerWithin().multipliedBy(2).plus(OF_SEALING);
        return new AnswerOnce(repeats, clock, configuration.services().idempotencyAge(), longest);
    }

    @Bean
    HandIn restHandIn(SpoolBody spooling, WritePacket writing, Receiver receiver, AnswerOnce once, Clock clock) {
        return new HandIn(spooling, writing, receiver, once, clock);
    }

    @Bean
    ReadBody restBodies(SpoolBody spooling, GatewayConfiguration configuration) {
        return new ReadBody(
                spooling, Math.toIntExact(configuration.packet().maxText().toBytes()));
    }

    @Bean
    DocumentsResource.Compose restComposing(Agencies agencies, ToldRecipients told) {
        AgencyBlocks blocks = new AgencyBlocks(agencies);
        return new DocumentsResource.Compose(
                new ComposePacket(blocks), new ComposeRecall(told), new ComposeStatus(blocks));
    }

    @Bean
    ViewDocument restViews(UnitOfWork work, SenderSide side, CollectDocuments collecting, Clock clock) {
        return new ViewDocument(work, side, collecting, clock);
    }

    @Bean
    ReadWebhook restWebhookReading(Agencies agencies, HttpWebhookSender http, Clock clock) {
        return new ReadWebhook(agencies, http::refusal, clock);
    }

    @Bean
    WebhookJson restWebhookJson(Agencies agencies, Clock clock) {
        return new WebhookJson(agencies, clock);
    }

    @Bean
    DocumentsResource.Reading restReading(ExportReceipt receipts, DeliverySettings settings) {
        return new DocumentsResource.Reading(receipts, settings);
    }
}
