package vn.lienthong.routes.door.folder;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FolderCopies;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** The parts of the file door. */
@Configuration(proxyBeanMethods = false)
class FolderWiring {

    @Bean
    FolderBounds folderBounds(GatewayConfiguration configuration) {
        return configuration.folder().bounds(configuration.packet().maxSize().toBytes());
    }

    @Bean
    TakeFiles takeFiles(
            SpoolBody spooling, Receiver receiver, DoorRefusals refusals, FolderBounds bounds, Clock clock) {
        return new TakeFiles(spooling, receiver, refusals, new FileAnswers(clock), bounds, clock);
    }

    @Bean
    PutCopies putCopies(
            CollectDocuments collecting,
            OutgoingBytes outgoing,
            FolderCopies copies,
            FolderBounds bounds,
            Clock clock) {
        return new PutCopies(collecting, outgoing, copies, bounds, clock);
    }

    @Bean
    FolderAlerts folderAlerts(UnitOfWork work, Clock clock) {
        return new FolderAlerts(work, clock);
    }

    @Bean
    LookIntoFolder.Registry folderRegistry(ExchangeFolders folders, Systems systems) {
        return new LookIntoFolder.Registry(folders, systems::credentials);
    }

    @Bean
    LookIntoFolder lookIntoFolder(
            LookIntoFolder.Registry registry,
            FolderLooks looks,
            TakeFiles taking,
            PutCopies putting,
            FolderAlerts alerts,
            FolderBounds bounds,
            Clock clock) {
        return new LookIntoFolder(registry, looks, taking, putting, alerts, bounds, clock);
    }
}
