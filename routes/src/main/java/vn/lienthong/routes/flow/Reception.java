package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.reception.CheckSubmission;
import vn.lienthong.gateway.dossier.reception.DecideSubmission;
import vn.lienthong.gateway.dossier.reception.MatchSeals;
import vn.lienthong.gateway.dossier.reception.ReadSubmission;
import vn.lienthong.gateway.dossier.reception.RecordSubmission;
import vn.lienthong.gateway.dossier.reception.ResolveSubmission;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;

/** Every door ends here: the steps of a document's cycle from reading to recording, one bean a line. */
@Component
public class Reception extends RouteBuilder {

    static final String ENTRANCE = "direct:reception";

    private final Steps steps;

    /** The steps in the order in which a document meets them. */
    public record Steps(
            ReadSubmission read,
            CheckSubmission check,
            VerifySubmission verify,
            ResolveSubmission resolve,
            MatchSeals match,
            DecideSubmission decide,
            RecordSubmission record) {}

    public Reception(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        from(ENTRANCE)
                .routeId("reception")
                .errorHandler(noErrorHandler())
                .bean(steps.read(), "read")
                .id("reception-3-read")
                .bean(steps.check(), "check")
                .id("reception-4-check")
                .bean(steps.verify(), "verify")
                .id("reception-5-verify")
                .bean(steps.resolve(), "resolve")
                .id("reception-6-resolve")
                .bean(steps.match(), "match")
                .id("reception-6-match-seals")
                .bean(steps.decide(), "decide")
                .id("reception-7-decide")
                .bean(steps.record(), "record")
                .id("reception-8-record");
    }
}
