package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.routes.door.echo.EchoAgencies;

/** Lets echo agencies answer, every few seconds; where there are none that is one small question to the database. */
@Component
public class Echo extends RouteBuilder {
    private final EchoAgencies agencies;

    public Echo(EchoAgencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public void configure() {
        from("scheduler:echo?initialDelay=3000&delay=3000").routeId("echo").bean(agencies, "answerAll");
    }
}
