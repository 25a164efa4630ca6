package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.ReadProposals;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;

/**
 * Files of a draft. Each comes as the body of a request of its own, sent by the page's script with the page's token, and
 * is spooled like any caller's body.
 */
@Controller
class DraftFiles {

    private final FindDraft finding;
    private final Drafts drafts;
    private final SpoolBody spooling;
    private final Vault vault;
    private final ReadProposals proposals;
    private final UploadRules rules;

    DraftFiles(
            FindDraft finding,
            Drafts drafts,
            SpoolBody spooling,
            Vault vault,
            ReadProposals proposals,
            UploadRules rules) {
        this.finding = finding;
        this.drafts = drafts;
        this.spooling = spooling;
        this.vault = vault;
        this.proposals = proposals;
        this.rules = rules;
    }

    static List<TrayFile> listed(Draft draft) {
        List<TrayFile> files = new ArrayList<>();
        for (DraftFile file : draft.files()) {
            files.add(new TrayFile(files.size(), file.name(), file.bytes().length()));
        }
        return files;
    }

    @PostMapping("/out-tray/drafts/{id}/files")
    void add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Optional<String> full = rules.full(found.draft(), Math.max(0, request.getContentLengthLong()));
        if (full.isPresent()) {
            say(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, full.get());
            return;
        }
        SpoolBody own = spooling.of(found.clerk().caller());
        switch (own.whole(request.getInputStream(), Optional.empty())) {
            case Upload.Refused refused ->
                say(
                        response,
                        HttpServletResponse.SC_BAD_REQUEST,
                        refused.finding().text());
            case Upload.Stored stored -> keep(user, id, name, stored.bytes(), response);
        }
    }

    private void keep(ConsoleUser user, String id, String name, StoredBytes bytes, HttpServletResponse response)
            throws IOException {
        FindDraft.Found found = finding.find(user, id);
        Draft before = found.draft();
        Optional<String> full = rules.full(before, bytes.length());
        if (full.isPresent()) {
            say(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, full.get());
            return;
        }
        DraftFile file = new DraftFile(safe(name, bytes), bytes);
        Optional<String> unfit = rules.unfit(file, before.files().size());
        if (unfit.isPresent()) {
            say(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, unfit.get());
            return;
        }
        vault.sync(bytes);
        List<DraftFile> files = new ArrayList<>(before.files());
        files.add(file);
        Draft with = before.carrying(files, found.clerk().now());
        Draft after = before.files().isEmpty() && file.isPdf()
                ? with.proposing(proposals.read(bytes), found.clerk().now())
                : with;
        if (drafts.replace(before, after)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            say(response, HttpServletResponse.SC_CONFLICT, rules.text("told.draft.changed"));
        }
    }

    @GetMapping("/out-tray/drafts/{id}/files/{number:[0-9]{1,4}}")
    void file(
            @PathVariable String id,
            @PathVariable int number,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        List<DraftFile> files = finding.find(user, id).draft().files();
        if (number >= files.size()) {
            throw new NotFound();
        }
        FileAnswer.send(
                response, attachment(files.get(number).name(), files.get(number).bytes()));
    }

    private String safe(String name, StoredBytes bytes) {
        String safe = attachment(name, bytes).safeName();
        int over = safe.length() - DraftFile.LONGEST_NAME;
        return over <= 0 ? safe : safe.substring(over);
    }

    private Attachment attachment(String name, StoredBytes bytes) {
        return Attachment.of(
                "", name, "", AttachmentContent.of(bytes.digest(), bytes.length(), () -> vault.read(bytes.digest())));
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
