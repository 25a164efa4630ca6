package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.gateway.evidence.MakeReceipt;
import vn.lienthong.gateway.evidence.Seals;

/** What a person may take home: the packet byte for byte as it came, and the signed receipt about it. */
@Controller
class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final UnitOfWork work;
    private final Vault vault;
    private final MakeReceipt receipts;
    private final ExportReceipt exporting;

    Downloads(UnitOfWork work, Vault vault, MakeReceipt receipts, ExportReceipt exporting) {
        this.work = work;
        this.vault = vault;
        this.receipts = receipts;
        this.exporting = exporting;
    }

    @GetMapping("/dossiers/{id}/packet")
    void packet(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, HttpServletResponse response)
            throws IOException {
        DossierId dossierId = NotFound.id(id, DossierId::new);
        Dossier dossier = work.inTransaction(
                        transaction -> transaction.dossiers().find(dossierId))
                .orElseThrow(NotFound::new);
        LOG.info("dossier {}: packet taken by {}", dossierId, user.actor());
        attach(response, "application/octet-stream", dossierId + ".edxml");
        response.setContentLengthLong(dossier.bytes().length());
        try (InputStream in = vault.read(dossier.bytes().digest())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/dossiers/{id}/receipt.json")
    void receipt(@PathVariable String id, HttpServletResponse response) throws IOException {
        Seals.Receipt receipt = read(id);
        attach(response, "application/json", id + ".receipt.json");
        response.getOutputStream().write(receipt.content().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * RFC 5652 SignedData that holds the content: any CMS program checks it, and {@code verify} checks the proof of its seal
     * too.
     */
    @GetMapping("/dossiers/{id}/receipt.p7m")
    void signedReceipt(@PathVariable String id, HttpServletResponse response) throws IOException {
        byte[] receipt = exporting.export(NotFound.id(id, DossierId::new)).orElseThrow(NotFound::new);
        attach(response, "application/pkcs7-mime", id + ".receipt.p7m");
        response.getOutputStream().write(receipt);
    }

    private Seals.Receipt read(String id) {
        return receipts.receipt(NotFound.id(id, DossierId::new)).orElseThrow(NotFound::new);
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
