package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.Message;
import vn.lienthong.gateway.webhook.WebhookId;

class WebhookJsonTest {

    private static Message message(Message.State state) {
        UUID id = new UUID(0, 1);
        Instant at = Instant.parse("2026-11-26T00:00:00Z");
        return new Message(
                id, new WebhookId(id), 1, EventType.PING, at, Optional.empty(), "", "{\"a\":1}", state, 0, 0, at);
    }

    @Test
    void whatMayNotBeToldMayNotBeReadEither() {
        assertThat(WebhookJson.message(message(Message.State.DELIVERED), List.of()))
                .containsEntry("body", "{\"a\":1}");
        assertThat(WebhookJson.message(message(Message.State.WITHHELD), List.of()))
                .doesNotContainKey("body")
                .containsEntry("state", "WITHHELD");
    }

    @Test
    void whyNothingAnsweredIsForOperatorsOnly() {
        Message.Attempt attempt =
                new Message.Attempt(1, Instant.EPOCH, Optional.empty(), "ConnectException Connection refused");
        assertThat(WebhookJson.message(message(Message.State.WAITING), List.of(attempt))
                        .toString())
                .contains("không gọi được")
                .doesNotContain("refused");
    }
}
