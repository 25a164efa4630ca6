package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.Drafts;

/** Keeps what somebody types, sent by the page's script while they are at it and when they leave. */
@Controller
class KeepTyped {

    private static final int UNPROCESSABLE = 422;

    private final FindDraft finding;
    private final Drafts drafts;

    KeepTyped(FindDraft finding, Drafts drafts) {
        this.finding = finding;
        this.drafts = drafts;
    }

    /**
     * Answers with the draft's revision from now on; with 409 where another window was faster or it was sent, and with 422
     * where a text is too long to be kept whole.
     */
    @PostMapping("/out-tray/drafts/{id}/typed")
    void keep(
            @PathVariable String id,
            DraftForm form,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Draft before = found.draft();
        if (form.isCut()) {
            response.setStatus(UNPROCESSABLE);
            return;
        }
        Draft after = before.typedSoFar(form.fields(), form.why(), found.clerk().now());
        boolean same = after.fields().equals(before.fields()) && after.reason().equals(before.reason());
        boolean kept = before.sent().isEmpty()
                && form.revision() == before.revision()
                && (same || drafts.replace(before, after));
        response.setStatus(kept ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT);
        response.setContentType("text/plain;charset=UTF-8");
        int revision = kept && !same ? after.revision() : before.revision();
        response.getOutputStream().write(Integer.toString(revision).getBytes(StandardCharsets.UTF_8));
    }
}
