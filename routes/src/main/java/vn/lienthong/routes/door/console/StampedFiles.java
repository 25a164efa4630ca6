package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.tray.StampIncoming;
import vn.lienthong.gateway.tray.StampedFile;

/** Files with the incoming stamp, for whoever reads the document for its agency. */
@Controller
class StampedFiles {

    private final FindInTray finding;
    private final StampIncoming stamping;
    private final Vault vault;

    StampedFiles(FindInTray finding, StampIncoming stamping, Vault vault) {
        this.finding = finding;
        this.stamping = stamping;
        this.vault = vault;
    }

    @GetMapping("/in-tray/{id}/stamped/{number:[0-9]{1,4}}")
    void file(
            @PathVariable String id,
            @PathVariable int number,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        List<StampedFile> files = stamping.of(finding.find(user, id).item().delivery());
        if (number >= files.size()) {
            throw new NotFound();
        }
        StampedFile file = files.get(number);
        AttachmentContent content = AttachmentContent.of(
                file.bytes().digest(),
                file.bytes().length(),
                () -> vault.read(file.bytes().digest()));
        FileAnswer.send(response, Attachment.of("", file.name(), "application/pdf", content));
    }
}
