package vn.lienthong.routes.door.rest;

import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.webhook.WebhookId;

/** Where things are found. */
final class RestPaths {

    static final String BASE = "/api/v1";

    static final String WEBHOOKS = BASE + "/webhooks";

    private RestPaths() {}

    static String webhook(WebhookId id) {
        return WEBHOOKS + "/" + id;
    }

    static Optional<WebhookId> webhookId(String text) {
        return DocumentsResource.id(text, WebhookId::new);
    }

    static String signature(Sha256 digest) {
        return BASE + "/signatures/" + digest.hex();
    }

    static String document(DossierId id) {
        return BASE + "/documents/" + id;
    }
}
