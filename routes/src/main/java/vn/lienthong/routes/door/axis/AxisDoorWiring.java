package vn.lienthong.routes.door.axis;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.LimitCalls;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;

/** The parts of the axis door. */
@Configuration(proxyBeanMethods = false)
class AxisDoorWiring {

    @Bean
    AuthenticateAxis authenticateAxis(Systems systems, LimitCalls limiting, Clock clock) {
        return new AuthenticateAxis(systems, limiting, clock);
    }

    @Bean
    AxisDoor axisDoor(
            AuthenticateAxis authenticating,
            DoorRefusals refusals,
            Receiver receiver,
            SpoolBody spooling,
            AxisDoor.AxisListing listing,
            RegistrationRequests requests,
            CollectDocuments collecting,
            OutgoingBytes outgoing,
            Clock clock) {
        return new AxisDoor(
                authenticating,
                refusals,
                new AxisSubmission(spooling, receiver, clock),
                listing,
                new AxisRegistration(requests, clock),
                collecting,
                outgoing);
    }

    @Bean
    AxisDoor.AxisListing axisListing(
            CollectDocuments collecting, FindSent sent, DeliverySettings settings, Agencies agencies, Clock clock) {
        return new AxisDoor.AxisListing(
                new AxisLists(collecting, sent, settings, clock), new AxisUnits(agencies, clock));
    }
}
