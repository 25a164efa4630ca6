package vn.lienthong.routes.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes a connection behind its answer, where a door asks for it: else the container would wait for the rest of the body, at
 * the pace of a caller who was just told that it is too slow.
 */
public final class CloseBehind extends ValveBase {

    private static final String ASKED = CloseBehind.class.getName();

    CloseBehind() {
        super(true);
    }

    /** Asks for it. */
    public static void ask(ServletRequest request) {
        request.setAttribute(ASKED, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(ASKED) != null) {
            response.finishResponse();
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
