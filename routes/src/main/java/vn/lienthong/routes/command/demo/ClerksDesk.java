package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.approval.AskToSign;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.HandInDraft;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.platform.RunningGateway;

/** What the demo's clerk does with drafts, by the same commands that the console's pages give. */
final class ClerksDesk {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String NOTATION = "UBND-TD";
    private static final String ACTOR = Caller.PERSON + DemoDesk.CLERK;

    private final RunningGateway gateway;
    private final Clock clock;

    ClerksDesk(RunningGateway gateway) {
        this.gateway = gateway;
        this.clock = gateway.part(Clock.class);
    }

    /** Writes a letter that nobody signed yet and puts it before the officer. */
    SigningRequest putBeforeOfficer(int number, String subject, DemoAgency to) throws IOException {
        Draft draft = write(number, subject, to);
        AskToSign.Outcome outcome =
                gateway.part(AskToSign.class).ask(draft, DemoDesk.OFFICER, "Kính trình ký", Optional.empty(), ACTOR);
        if (outcome instanceof AskToSign.Outcome.Asked asked) {
            return asked.request();
        }
        throw new StepFailed("không trình ký được: " + outcome);
    }

    /** The same draft as it is now. */
    Draft draft(SigningRequest request) {
        return gateway.part(Drafts.class)
                .find(request.draft())
                .orElseThrow(() -> new StepFailed("không còn bản nháp " + request.draft()));
    }

    /** Puts the agency's seal on what the officer signed. */
    Draft seal(Draft signed) throws IOException {
        SealDraft.Outcome outcome = gateway.part(SealDraft.class).seal(signed, 0, Optional.empty(), ACTOR);
        if (outcome instanceof SealDraft.Outcome.Sealed sealed) {
            return sealed.after();
        }
        throw new StepFailed("không đóng dấu được: " + outcome);
    }

    /** Sends it; committed when this returns. */
    DossierId send(Draft sealed) throws IOException {
        StepFailed.unless(sealed.missing().isEmpty(), "bản nháp còn thiếu " + sealed.missing());
        Drafts drafts = gateway.part(Drafts.class);
        Draft pinned = drafts.pin(sealed).orElseThrow(() -> new StepFailed("bản nháp vừa bị đổi"));
        Caller clerk = Caller.person(
                DemoDesk.CLERK, gateway.part(AccountMandates.class).of(DemoDesk.CLERK));
        ReceptionAnswer answer = gateway.part(Receiver.class)
                .receive(gateway.part(HandInDraft.class).submission(pinned, clerk, clock.instant()));
        if (answer instanceof ReceptionAnswer.Taken taken) {
            drafts.sent(pinned.id(), taken.dossier());
            return taken.dossier();
        }
        throw new StepFailed("cổng không nhận: " + answer);
    }

    private Draft write(int number, String subject, DemoAgency to) throws IOException {
        Instant now = clock.instant();
        String agency = DemoDesk.CLERKS_AGENCY.organName();
        byte[] pdf = new MakeOfficialLetter().make(OfficialLetter.of(agency, number + "/" + NOTATION, subject, now));
        DraftFields fields = new DraftFields(
                Integer.toString(number),
                NOTATION,
                "Huế",
                LocalDate.ofInstant(now, VIETNAM).toString(),
                "Công văn",
                subject,
                "",
                "Chủ tịch",
                DemoDesk.OFFICER_NAME,
                0);
        Draft draft = Draft.begun(new DraftId(gateway.part(Ids.class).uuid()), agency(now), ACTOR, now)
                .with(fields, "", now)
                .to(List.of(new AgencyCode(to.code())), now)
                .carrying(List.of(new DraftFile("cong-van.pdf", keep(pdf))), now);
        gateway.part(Drafts.class).add(draft);
        return draft;
    }

    private AgencyId agency(Instant now) {
        String code = DemoDesk.CLERKS_AGENCY.organId();
        return gateway.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(code), now)
                .orElseThrow(() -> new StepFailed("mã " + code + " không có trong danh mục"));
    }

    private StoredBytes keep(byte[] bytes) throws IOException {
        Vault vault = gateway.part(Vault.class);
        try (Spool spool = vault.open()) {
            spool.write(bytes);
            StoredBytes kept = spool.keep();
            vault.sync(kept);
            return kept;
        }
    }
}
