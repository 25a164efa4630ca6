package vn.lienthong.routes.door.provincial;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.tray.WriteStatus;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.ReportCopy;
import vn.lienthong.routes.door.SpoolBody;

/** The parts of the provincial door. */
@Configuration(proxyBeanMethods = false)
class ProvincialDoorWiring {

    @Bean
    ProvincialCalls provincialCalls(AuthenticateSystem authenticating, DoorRefusals refusals) {
        return new ProvincialCalls(new AuthenticateProvincial(authenticating), refusals);
    }

    @Bean
    ProvincialSubmission provincialSubmission(SpoolBody spooling, Receiver receiver, Clock clock) {
        return new ProvincialSubmission(spooling, receiver, clock);
    }

    @Bean
    ProvincialStatus provincialStatus(
            SpoolBody spooling,
            CollectDocuments collecting,
            UnitOfWork work,
            WriteStatus writing,
            Receiver receiver,
            Clock clock) {
        return new ProvincialStatus(
                spooling, new ReportCopy(collecting), new SayStatus(collecting, work, writing, receiver, clock));
    }

    @Bean
    ProvincialDoor provincialDoor(
            ProvincialCalls calls,
            ProvincialSubmission submitting,
            ProvincialStatus statuses,
            CollectDocuments collecting,
            Agencies agencies,
            OutgoingBytes outgoing,
            Clock clock) {
        ProvincialLists lists = new ProvincialLists(collecting, agencies, clock);
        return new ProvincialDoor(calls, submitting, lists, statuses, collecting, outgoing);
    }
}
