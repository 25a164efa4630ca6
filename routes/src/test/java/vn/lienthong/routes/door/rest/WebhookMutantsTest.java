package vn.lienthong.routes.door.rest;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.lienthong.routes.Mutants;
import vn.lienthong.routes.NoAgencies;
import vn.lienthong.routes.door.FormJson;
import vn.lienthong.routes.link.HttpWebhookSender;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundSettings;
import vn.lienthong.routes.link.PublicAddresses;

/** What systems wish of webhooks and recalls, however broken; the address above all. */
final class WebhookMutantsTest extends Mutants {

    private static HttpWebhookSender sender;

    @BeforeAll
    static void start() {
        sender = new HttpWebhookSender(new OutboundHttp(OutboundSettings.defaults())
                .within(OutboundSettings.defaults(), new PublicAddresses(List.of(), "webhooks.private-ranges")));
    }

    @AfterAll
    static void stop() throws Exception {
        sender.close();
    }

    private static final List<String> FORMS = List.of(
            "{\"address\":\"https://vanban.example.gov.vn:8443/lien-thong?a=b\",\"types\":[\"document.arrived\"],\"agencies\":[]}",
            "{\"address\":\"https://1.1.1.1/\",\"types\":[]}");

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(
                new Parser(
                        "webhook",
                        FORMS,
                        json(
                                "https://",
                                "@",
                                "#",
                                ":70000",
                                "[::1]",
                                "10.0.0.1",
                                "0x7f.1",
                                "2130706433",
                                "..",
                                "//",
                                "?"),
                        WebhookMutantsTest::webhook),
                new Parser("recall", List.of("{\"reason\":\"sai\",\"staff\":{\"name\":\"A\"}}"), json(), bytes -> {
                    try {
                        FormJson.read(bytes, RecallForm.class);
                        return true;
                    } catch (FormJson.Unreadable refused) {
                        return false;
                    }
                }));
    }

    private static boolean webhook(byte[] json) {
        try {
            new ReadWebhook(new NoAgencies(), sender::refusal, Clock.systemUTC())
                    .read(FormJson.read(json, WebhookForm.class));
            return true;
        } catch (FormJson.Unreadable | ReadWebhook.Wrong refused) {
            return false;
        }
    }
}
