package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.routes.door.folder.LookIntoFolder;

/** Looks into each exchange folder, on a thread of its own: one on a slow disk keeps no other waiting. */
@Component
public class FolderLooking extends RouteBuilder {

    static final String TEMPLATE = "folder-looking";
    static final String SYSTEM = "system";

    private final FolderRoutes routes;
    private final LookIntoFolder looking;

    public FolderLooking(FolderRoutes routes, LookIntoFolder looking) {
        this.routes = routes;
        this.looking = looking;
    }

    @Override
    public void configure() {
        from("scheduler:folders?initialDelay=1000&delay=2000")
                .routeId("folders")
                .bean(routes, "start");
        routeTemplate(TEMPLATE)
                .templateParameter(SYSTEM)
                .from("scheduler:folder-{{system}}?initialDelay=0&delay=500")
                .setBody(constant("{{system}}"))
                .bean(looking, "look");
    }
}
