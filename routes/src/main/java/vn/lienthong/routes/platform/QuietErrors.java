package vn.lienthong.routes.platform;

import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the container refuses before a door sees it (an address that no door could have, a broken request) is answered with its status
 * alone: its own page of HTML belongs to no door, and has none of their headers.
 */
@Component
final class QuietErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(QuietErrors::install);
    }

    /** Behind the framework's own, so that it comes first on the way back. */
    private static void install(Context context) {
        Container host = context.getParent();
        host.getPipeline().addValve(new StatusAlone());
    }

    private static final class StatusAlone extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            if (response.getStatus() >= Response.SC_BAD_REQUEST && response.getContentWritten() == 0) {
                response.setErrorReported();
            }
        }
    }
}
