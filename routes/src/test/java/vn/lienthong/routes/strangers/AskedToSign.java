package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.approval.BatchId;
import vn.lienthong.gateway.approval.ItemOutcome;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.Shown;
import vn.lienthong.gateway.approval.SigningBatch;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** What lies before the victim's officer, and what that officer once confirmed. */
final class AskedToSign {

    private static final String OFFICER = "ct.thu";

    final RequestId request = new RequestId(new UUID(8, 8));
    final BatchId batch = new BatchId(new UUID(9, 9));

    AskedToSign(House house) {
        house.part(Accounts.class).save(new Account(OFFICER, "Lê Thu", Role.OFFICER, false, true), "{x}1");
        StoredBytes file = file(house);
        Draft draft = Draft.begun(new DraftId(new UUID(5, 6)), house.agency(House.VICTIM), "USER:thu.thu", house.now())
                .carrying(List.of(new DraftFile("a.pdf", file)), house.now());
        house.part(Drafts.class).add(draft);
        SigningRequest asked = new SigningRequest(
                request,
                draft.id(),
                draft.revision() + 1,
                draft.agency(),
                OFFICER,
                new SigningRequest.Ask("USER:thu.thu", house.now(), Papers.SUBJECT, Optional.empty()),
                new Shown("1/UBND", "Công văn", Papers.SUBJECT, 0, "a.pdf"),
                file.digest(),
                Optional.of(file),
                RequestState.ASKED,
                Optional.empty());
        if (!house.part(SigningRequests.class).add(asked)) {
            throw new IllegalStateException("signing request: refused (expected: on record)");
        }
        SigningBatches batches = house.part(SigningBatches.class);
        batches.add(SigningBatch.of(
                batch, OFFICER, house.now(), List.of(SigningBatch.Item.waiting(request, file.digest()))));
        batches.take(house.now(), house.now().plusSeconds(60)).ifPresent(taken -> {
            batches.note(taken, request, ItemOutcome.CUT_OFF, "", house.now());
            batches.giveBack(taken, house.now());
        });
    }

    private static StoredBytes file(House house) {
        try (Spool spool = house.part(Vault.class).open()) {
            spool.write(Papers.CONTENT.getBytes(StandardCharsets.UTF_8));
            StoredBytes bytes = spool.keep();
            house.part(Vault.class).sync(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
