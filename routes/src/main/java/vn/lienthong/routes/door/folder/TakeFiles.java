package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.PlatformTime;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;
import vn.lienthong.routes.platform.CatchAll;

/**
 * Takes what an agency's system left: spooled, received like everything else, and only after the commit moved away with its
 * receipt, or with the reasons. Whoever goes down before the move meets the file again as a repeat, which is the same document.
 */
final class TakeFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TakeFiles.class);
    private static final int LONGEST_NAME = 200;

    private final SpoolBody spooling;
    private final Receiver receiver;
    private final DoorRefusals refusals;
    private final SettledFiles settled;
    private final FileAnswers answers;
    private final TakeForms forms;
    private final ReadDescriptions descriptions;
    private final FolderBounds bounds;
    private final Clock clock;
    private final Map<Path, Instant> cleared = new ConcurrentHashMap<>();

    TakeFiles(
            SpoolBody spooling,
            Receiver receiver,
            DoorRefusals refusals,
            FileAnswers answers,
            TakeForms forms,
            FolderBounds bounds,
            Clock clock) {
        this.spooling = spooling;
        this.receiver = receiver;
        this.refusals = refusals;
        this.settled = new SettledFiles(bounds.settle());
        this.answers = answers;
        this.forms = forms;
        this.descriptions = new ReadDescriptions(forms.longestDescription());
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * Takes what is settled, oldest first, not more than allowed.
     *
     * @param before what is done before each file, and now and then while it is read
     * @throws IOException for what is wrong with the folder; what is not taken stays where it is
     */
    void take(FolderPlace place, MessageKind kind, Caller caller, Runnable before) throws IOException {
        Path folder = place.out(kind);
        place.check(folder);
        clearAnswers(place);
        List<FoundFile> found = FoundFile.in(folder);
        Look look = new Look(place, kind, caller, before);
        List<Step> due = new ArrayList<>();
        FormFolder.Broken broken = FormFolder.left(folder, clock.instant());
        broken.whole().forEach(form -> due.add(new Step(form.name(), () -> takeForm(look, form))));
        broken.replaced()
                .forEach(old -> due.add(new Step(old.name(), () -> refuse(look, old, FileFindings.replaced()))));
        SortLeft sorting = new SortLeft(folder, kind, this::description);
        List<Left> all = sorting.sort(found);
        for (Left left : all) {
            if (isDue(left)) {
                due.add(new Step(left.files().getFirst().name(), () -> take(look, left, sorting)));
            }
        }
        List<Path> there = all.stream()
                .flatMap(left -> left.files().stream().map(FoundFile::path))
                .toList();
        settled.forgetAllBut(folder, there);
        descriptions.forgetAllBut(folder, there);
        IOException trouble = null;
        for (Step step : due.subList(0, Math.min(due.size(), bounds.most()))) {
            before.run();
            try {
                carryOut(look, step);
            } catch (IOException e) {
                // One that cannot be taken, or moved away, keeps no other waiting; the folder's trouble is told all the
                // same.
                trouble = trouble == null ? e : trouble;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private interface Taking {
        void run() throws IOException;
    }

    private record Step(String name, Taking taking) {}

    /** Of one that nobody writes any more. */
    private Optional<Description> description(FoundFile file) {
        return settled.isSettled(file.path(), file.attributes(), clock.instant())
                ? descriptions.read(file)
                : Optional.empty();
    }

    /** Nobody writes it any more; what lacks its other half has waited for it. */
    private boolean isDue(Left left) {
        boolean alone = left instanceof Left.Undescribed || (left instanceof Left.Form form && form.incomplete());
        boolean due = true;
        for (FoundFile file : left.files()) {
            // Each is looked at, also behind one that is not settled.
            due &= !file.attributes().isRegularFile()
                    || settled.isSettled(
                            file.path(),
                            file.attributes(),
                            clock.instant(),
                            alone ? bounds.waitForOther() : bounds.settle());
        }
        return due;
    }

    /** These folders may hold very many files: they are not gone through at every look. */
    private void clearAnswers(FolderPlace place) throws IOException {
        Instant now = clock.instant();
        for (Path answers : List.of(place.sent(), place.failed())) {
            Instant before = cleared.get(answers);
            if (before == null || !now.isBefore(before.plus(WholeFile.LEFT_BEHIND))) {
                place.check(answers);
                WholeFile.clear(answers, now);
                cleared.put(answers, now);
            }
        }
    }

    /**
     * One look into one part of a folder.
     *
     * @param keep says that it goes on
     */
    record Look(FolderPlace place, MessageKind kind, Caller caller, Runnable keep) {}

    @CatchAll("a file that we stumble over must not keep the others from being taken; it is logged and tried again")
    private static void carryOut(Look look, Step step) throws IOException {
        look.place().check(look.place().out(look.kind()));
        try {
            step.taking().run();
        } catch (RuntimeException e) {
            LOG.error("folder of {}: {} failed here", look.caller().systemId(), step.name(), e);
            throw new IOException(step.name() + ": lỗi của cổng này, xem nhật ký", e);
        }
    }

    private void take(Look look, Left left, SortLeft sorting) throws IOException {
        switch (left) {
            case Left.PacketFile packet -> {
                Optional<FoundFile> ours = packet.file().toUs(clock.instant());
                if (ours.isPresent()) {
                    take(look, ours.get());
                }
            }
            case Left.Undescribed lone -> {
                Optional<FoundFile> ours = lone.file().toUs(clock.instant());
                if (ours.isPresent()) {
                    refuse(look, ours.get(), FileFindings.undescribed(ours.get()));
                }
            }
            case Left.Form form -> {
                Optional<FoundFile> ours = FormFolder.of(
                        look.place(), look.place().out(look.kind()), sorting.completed(form), clock.instant());
                if (ours.isPresent()) {
                    takeForm(look, ours.get());
                }
            }
        }
    }

    private void takeForm(Look look, FoundFile ours) throws IOException {
        TakeForms.Written written;
        try {
            written = forms.write(look, ours.path());
        } catch (NoSuchFileException settledMeanwhile) {
            return;
        } catch (AccessDeniedException e) {
            refuse(look, ours, FileFindings.unreadable());
            return;
        }
        switch (written) {
            case TakeForms.Written.Refused refused -> refuse(look, ours, refused.finding());
            case TakeForms.Written.Packet packet -> receive(look, ours, packet.bytes());
        }
    }

    private void take(Look look, FoundFile file) throws IOException {
        if (!file.attributes().isRegularFile()) {
            refuse(look, file, FileFindings.notPlain());
            return;
        }
        if (file.attributes().size() > bounds.longestFile()) {
            refuse(look, file, FileFindings.tooLarge(file, bounds.longestFile()));
            return;
        }
        Upload upload;
        try (InputStream in =
                new KeptUp(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), look.keep(), clock)) {
            upload = spooling.of(look.caller()).whole(in, Optional.empty());
            if (!file.isUnchanged()) {
                // Written while it was read: what was read is nobody's document.
                settled.forget(file.path());
                return;
            }
        } catch (NoSuchFileException takenBack) {
            return;
        } catch (AccessDeniedException e) {
            refuse(look, file, FileFindings.unreadable());
            return;
        }
        switch (upload) {
            case Upload.Stored stored -> receive(look, file, stored.bytes());
            case Upload.Refused refused -> notKept(look, file, refused.finding());
        }
    }

    /** Too large stays too large; whatever else it was passes, and the file waits for it. */
    private void notKept(Look look, FoundFile file, Finding finding) throws IOException {
        if (finding.code() != ErrorCode.TOO_LARGE) {
            throw new IOException(file.name() + ": " + finding.text());
        }
        refuse(look, file, finding);
    }

    private void receive(Look look, FoundFile file, StoredBytes bytes) throws IOException {
        Submission submission = new Submission(
                bytes,
                look.kind(),
                Channel.FILE,
                look.caller(),
                Optional.empty(),
                List.of(),
                Optional.of(shown(file.name())),
                Optional.empty(),
                clock.instant());
        switch (receiver.receive(submission)) {
            case ReceptionAnswer.Taken taken ->
                answers.taken(
                        look.place(),
                        file,
                        receipt(file, bytes, taken.docId(), taken.state().name()));
            case ReceptionAnswer.StatusTaken taken ->
                answers.taken(
                        look.place(),
                        file,
                        receipt(file, bytes, taken.docId(), taken.matched() ? "MATCHED" : "WAITING"));
            case ReceptionAnswer.Refused refused -> answers.refused(look.place(), file, refused.findings());
        }
    }

    /** Turned away before reception saw it. */
    private void refuse(Look look, FoundFile file, Finding finding) throws IOException {
        answers.refused(look.place(), file, List.of(finding));
        refusals.note(Channel.FILE, look.caller().systemId(), "", List.of(finding));
    }

    private Map<String, Object> receipt(FoundFile file, StoredBytes bytes, String docId, String state) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("file", file.name());
        receipt.put("docId", docId);
        receipt.put("state", state);
        receipt.put("sha256", bytes.digest().hex());
        receipt.put("length", bytes.length());
        receipt.put("time", PlatformTime.text(clock.instant()));
        return receipt;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
