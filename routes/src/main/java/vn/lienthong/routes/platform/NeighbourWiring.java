package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.jdbc.PostgresNeighbourRounds;
import vn.lienthong.gateway.jdbc.PostgresNeighbours;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.flow.PollingRoutes;
import vn.lienthong.routes.link.AxisBounds;
import vn.lienthong.routes.link.AxisLink;
import vn.lienthong.routes.link.FetchFromNeighbour;
import vn.lienthong.routes.link.HandOver;
import vn.lienthong.routes.link.NeighbourAlerts;
import vn.lienthong.routes.link.NeighbourLinks;
import vn.lienthong.routes.link.NeighbourWire;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundSettings;
import vn.lienthong.routes.link.ProvincialLink;
import vn.lienthong.routes.link.TakeOver;

/** The links to other gateways and to the axis: what goes by them, and what is fetched from them. */
@Configuration(proxyBeanMethods = false)
class NeighbourWiring {

    @Bean
    @DependsOnDatabaseInitialization
    Neighbours neighbours(Jdbi jdbi, SecretBox box) {
        return new PostgresNeighbours(jdbi, box);
    }

    @Bean
    @DependsOnDatabaseInitialization
    NeighbourRounds neighbourRounds(Jdbi jdbi) {
        return new PostgresNeighbourRounds(jdbi);
    }

    @Bean
    Routing routing(Systems systems, AccountMandates clerks) {
        return new Routing(systems, new Routing.Desk() {
            @Override
            public boolean serves(AgencyId agency, Instant at) {
                return clerks.isServed(agency, at);
            }

            @Override
            public boolean claims(AgencyId agency, Instant at) {
                return clerks.isClaimed(agency, at);
            }
        });
    }

    @Bean(destroyMethod = "close")
    NeighbourWire neighbourWire(
            OutboundHttp http,
            Neighbours neighbours,
            NeighbourRounds rounds,
            NeighbourAlerts alerts,
            GatewayConfiguration configuration,
            Mode mode,
            Clock clock) {
        OutboundSettings bounds = configuration
                .outbound()
                .limits(mode)
                .forTransfers(configuration.axisLink().transferTimeout());
        ProvincialLink.Reach reach = new ProvincialLink.Reach(
                bounds.longestAnswerBytes(),
                configuration.provincial().lookBack(),
                id -> rounds.find(id).flatMap(NeighbourRounds.Progress::reachedAt),
                alerts::unread);
        return links(http.within(bounds), reach, neighbours, configuration, clock);
    }

    /** For a process of its own, by a client of its own. */
    static NeighbourWire links(
            OutboundSettings bounds, Neighbours neighbours, GatewayConfiguration configuration, Clock clock) {
        ProvincialLink.Reach reach = new ProvincialLink.Reach(
                bounds.longestAnswerBytes(),
                configuration.provincial().lookBack(),
                id -> Optional.empty(),
                (id, kind) -> Set.of());
        return links(new OutboundHttp(bounds), reach, neighbours, configuration, clock);
    }

    /** Calls in every dialect there is, by one client. */
    private static NeighbourWire links(
            OutboundHttp http,
            ProvincialLink.Reach reach,
            Neighbours neighbours,
            GatewayConfiguration configuration,
            Clock clock) {
        AxisBounds each =
                configuration.axisLink().bounds(configuration.delivery().lease());
        return new NeighbourLinks(
                new AxisLink(http, neighbours, each, reach.longestAnswer(), clock),
                new ProvincialLink(http, neighbours, each, reach, clock));
    }

    /** The pusher of everything: a neighbour gets its copies in its dialect, the others as they always did. */
    @Bean
    @Primary
    Pusher handOver(
            NeighbourWire wire,
            Neighbours neighbours,
            OutgoingBytes outgoing,
            UnitOfWork work,
            @Qualifier("pusher") Pusher others) {
        return new HandOver(wire, neighbours, outgoing, work, others);
    }

    @Bean
    FetchFromNeighbour fetchFromNeighbour(
            NeighbourWire wire,
            TakeOver takingOver,
            FetchFromNeighbour.Registry registry,
            NeighbourRounds rounds,
            NeighbourAlerts alerts,
            GatewayConfiguration configuration,
            Clock clock) {
        return new FetchFromNeighbour(
                wire,
                takingOver,
                registry,
                rounds,
                alerts,
                configuration.axisLink().rounds(),
                clock);
    }

    @Bean
    TakeOver takeOver(NeighbourWire wire, SpoolBody spooling, Receiver receiver, Clock clock) {
        return new TakeOver(wire, spooling, receiver, clock);
    }

    @Bean
    FetchFromNeighbour.Registry neighbourRegistry(
            Neighbours neighbours,
            Systems systems,
            vn.lienthong.gateway.delivery.DeliverySettings settings,
            Clock clock) {
        return new FetchFromNeighbour.Registry(
                neighbours,
                systems::credentials,
                id -> systems.recordOutcome(id, true, settings.breakerFailures(), clock.instant()));
    }

    @Bean
    NeighbourAlerts neighbourAlerts(UnitOfWork work, Clock clock) {
        return new NeighbourAlerts(work, clock);
    }

    @Bean
    PollingRoutes pollingRoutes(CamelContext camel, Neighbours neighbours) {
        return new PollingRoutes(camel, neighbours);
    }
}
