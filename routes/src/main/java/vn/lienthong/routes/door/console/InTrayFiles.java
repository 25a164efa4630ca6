package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.gateway.tray.TakeForReading;

/** Files of a document that came, and its packet as an agency's own system would have got it. */
@Controller
class InTrayFiles {

    private static final Logger LOG = LoggerFactory.getLogger(InTrayFiles.class);

    private final FindInTray finding;
    private final TakeForReading taking;
    private final UnitOfWork work;
    private final ReadAttachments attachments;
    private final OutgoingBytes outgoing;

    InTrayFiles(
            FindInTray finding,
            TakeForReading taking,
            UnitOfWork work,
            ReadAttachments attachments,
            OutgoingBytes outgoing) {
        this.finding = finding;
        this.taking = taking;
        this.work = work;
        this.attachments = attachments;
        this.outgoing = outgoing;
    }

    @GetMapping("/in-tray/{id}/files/{number:[0-9]{1,4}}")
    void file(
            @PathVariable String id,
            @PathVariable int number,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletResponse response)
            throws IOException {
        Delivery copy = copy(finding.find(user, id));
        attachments.look(copy.bytes(), files -> FileAnswer.send(response, content(files, number)));
    }

    private static Attachment content(List<Attachment> files, int number) {
        if (number >= files.size()) {
            throw new NotFound();
        }
        return files.get(number);
    }

    @GetMapping("/in-tray/{id}/packet")
    void packet(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, HttpServletResponse response)
            throws IOException {
        FindInTray.Found found = finding.find(user, id);
        OutgoingBytes.Copy copy = outgoing.of(copy(found));
        LOG.info("dossier {}: packet taken by {}", found.item().dossier(), user.actor());
        FileAnswer.head(response, "application/octet-stream", found.item().dossier() + ".edxml", copy.length());
        try (InputStream in = copy.open()) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** Taken before its bytes leave: a recall that comes behind them must not say that nobody had them. */
    private Delivery copy(FindInTray.Found found) {
        if (found.clerk().writes()) {
            taking.take(found.clerk().caller(), found.item().dossier());
        }
        return work.reading(transaction ->
                        transaction.deliveries().find(found.item().delivery()))
                .filter(copy -> copy.state() != DeliveryState.WITHDRAWN)
                .orElseThrow(NotFound::new);
    }
}
