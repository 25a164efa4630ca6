package vn.lienthong.routes.door.folder;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FolderCopies;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.routes.door.AgencyBlocks;
import vn.lienthong.routes.door.ComposePacket;
import vn.lienthong.routes.door.ComposeStatus;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.platform.DataFolder;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.PacketSettings;

/** The parts of the file door. */
@Configuration(proxyBeanMethods = false)
class FolderWiring {

    @Bean
    FolderBounds folderBounds(GatewayConfiguration configuration) {
        return configuration.folder().bounds(configuration.packet().maxSize().toBytes());
    }

    @Bean
    TakeForms takeForms(
            Agencies agencies, WritePacket writing, DataFolder data, GatewayConfiguration configuration, Clock clock) {
        AgencyBlocks blocks = new AgencyBlocks(agencies);
        PacketSettings packet = configuration.packet();
        return new TakeForms(
                new ComposePacket(blocks),
                new ComposeStatus(blocks),
                writing,
                new TakeForms.Limits(
                        data.root().resolve("scratch"),
                        packet.maxAttachments(),
                        Math.toIntExact(packet.maxText().toBytes()),
                        packet.maxSize().toBytes()),
                clock);
    }

    @Bean
    TakeFiles takeFiles(
            SpoolBody spooling,
            Receiver receiver,
            DoorRefusals refusals,
            TakeForms forms,
            FolderBounds bounds,
            Clock clock) {
        return new TakeFiles(spooling, receiver, refusals, new FileAnswers(clock), forms, bounds, clock);
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
