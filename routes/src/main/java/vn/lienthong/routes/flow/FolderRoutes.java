package vn.lienthong.routes.flow;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.routes.platform.CatchAll;

/** The routes that look into folders. A folder's route is started when it is first known; whether it is due is on record. */
@Component
public final class FolderRoutes {

    private final CamelContext camel;
    private final ExchangeFolders folders;

    FolderRoutes(CamelContext camel, ExchangeFolders folders) {
        this.camel = camel;
        this.folders = folders;
    }

    /** Starts the routes of folders that have none. */
    public void start() {
        folders.all().stream().map(ExchangeFolder::systemId).forEach(this::start);
    }

    @CatchAll("Camel declares Exception for adding a route; whatever it is, the folder cannot be looked into")
    private void start(String systemId) {
        String routeId = "folder-" + systemId;
        if (camel.getRoute(routeId) == null) {
            try {
                camel.addRouteFromTemplate(routeId, FolderLooking.TEMPLATE, Map.of(FolderLooking.SYSTEM, systemId));
            } catch (Exception e) {
                throw new IllegalStateException("route " + routeId + ": does not start", e);
            }
        }
    }
}
