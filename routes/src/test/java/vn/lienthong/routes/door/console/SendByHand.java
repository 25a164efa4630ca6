package vn.lienthong.routes.door.console;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** What a clerk does to send a document, as the browser sends it. */
final class SendByHand {

    private final TrayFixture fixture;
    private final PlainBrowser browser;

    SendByHand(TrayFixture fixture, PlainBrowser browser) {
        this.fixture = fixture;
        this.browser = browser;
    }

    Dossier send(String number, String... to) {
        String draft = begin();
        browser.get(draft);
        HttpResponse<String> uploaded = browser.postBytes(draft + "/files?name=cong-van.pdf", fixture.pdf(number));
        if (uploaded.statusCode() != 204) {
            throw new IllegalStateException("upload: " + uploaded.statusCode() + " " + uploaded.body());
        }
        fill(draft, number, to);
        HttpResponse<String> sent = press(draft);
        String location = sent.headers().firstValue("Location").orElseThrow();
        if (location.contains("/drafts/")) {
            throw new IllegalStateException(
                    "send: " + browser.get(path(location)).body());
        }
        return fixture.sentBy(TrayFixture.WARD).getFirst();
    }

    /** The button below what is shown. */
    HttpResponse<String> press(String draft) {
        return browser.post(
                draft + "/send",
                Map.of("revision", Integer.toString(draft(draft).revision())));
    }

    /** The new draft's path. */
    String begin() {
        browser.get("/out-tray");
        HttpResponse<String> begun = browser.post(
                "/out-tray/drafts",
                Map.of("agency", fixture.agency(TrayFixture.WARD).toString()));
        return path(begun.headers().firstValue("Location").orElseThrow());
    }

    void fill(String draft, String number, String... to) {
        for (String code : to) {
            press(draft, number, "add", code);
        }
        press(draft, number, "do", "check");
    }

    void press(String draft, String number, String button, String value) {
        browser.get(draft);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("revision", Integer.toString(draft(draft).revision()));
        form.put("number", number);
        form.put("notation", "UBND-VP");
        form.put("typeName", "Công văn");
        form.put("subject", "Báo cáo rà soát thủ tục");
        form.put("place", "Huế");
        form.put("issuedOn", "2026-11-20");
        form.put("signer", "Lê Văn Bình");
        form.put("position", "Chủ tịch");
        form.put("competence", "TM. ỦY BAN NHÂN DÂN");
        form.put("urgency", "1");
        form.put("reason", "sửa số liệu");
        form.put(button, value);
        HttpResponse<String> pressed = browser.post(draft, form);
        if (pressed.statusCode() != 302) {
            throw new IllegalStateException("draft: " + pressed.statusCode() + " " + pressed.body());
        }
    }

    Draft draft(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return fixture.console
                .part(Drafts.class)
                .find(new DraftId(UUID.fromString(id)))
                .orElseThrow();
    }

    static String path(String location) {
        String path = location.replaceFirst("^https?://[^/]+", "");
        return path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    }
}
