package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.routes.platform.WatchKeys;

/** Keys of listeners that were replaced on disk are taken up without a restart. */
@Component
public class KeyUpkeep extends RouteBuilder {

    private final WatchKeys keys;

    public KeyUpkeep(WatchKeys keys) {
        this.keys = keys;
    }

    @Override
    public void configure() {
        from("scheduler:keys?delay=2000").routeId("keys").bean(keys, "takeUp");
    }
}
