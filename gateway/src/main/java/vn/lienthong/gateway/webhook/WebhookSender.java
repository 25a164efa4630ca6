package vn.lienthong.gateway.webhook;

import java.net.URI;
import java.util.Map;

/** Brings a message to its receiver, once. */
@FunctionalInterface
public interface WebhookSender {

    Outcome send(URI address, Map<String, String> headers, String body);

    /** What came of it. */
    sealed interface Outcome {

        record Answered(int status) implements Outcome {}

        /** No answer; why, in one line. */
        record Unreached(String detail) implements Outcome {}
    }
}
