package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.gateway.approval.BatchId;
import vn.lienthong.gateway.approval.ItemOutcome;
import vn.lienthong.gateway.approval.NextAtDesk;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.SigningBatch;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.finding.ErrorCatalogue;
import vn.lienthong.routes.platform.SigningThreads;

/** What an officer confirmed at once, and what became of each document. */
@Component
final class BatchView {

    private final SigningBatches batches;
    private final SigningRequests requests;
    private final FindRequest finding;
    private final SigningThreads threads;
    private final NextAtDesk next;

    BatchView(
            SigningBatches batches,
            SigningRequests requests,
            FindRequest finding,
            SigningThreads threads,
            NextAtDesk next) {
        this.batches = batches;
        this.requests = requests;
        this.finding = finding;
        this.threads = threads;
        this.next = next;
    }

    /**
     * One document.
     *
     * @param text names what became of it
     * @param detail what else a reader needs; may be empty
     * @param open whether it waits to be signed at the desk
     */
    record Line(
            String request, String name, String subject, String text, String detail, boolean signed, boolean open) {}

    /** Something was confirmed: it is begun without waiting. */
    void begin() {
        threads.wake();
    }

    /** @throws NotFound where there is no such batch, or it is another officer's */
    void show(ConsoleUser user, BatchId id, Model model) {
        SigningBatch batch = batches.find(id)
                .filter(one -> one.officer().equals(user.getUsername()))
                .orElseThrow(NotFound::new);
        model.addAttribute("batch", batch);
        model.addAttribute("running", batch.finishedAt().isEmpty());
        model.addAttribute("total", batch.items().size());
        List<Line> lines = lines(user, batch);
        model.addAttribute("signed", lines.stream().filter(Line::signed).count());
        model.addAttribute("left", batch.waiting().size());
        model.addAttribute("lines", lines);
        model.addAttribute("atDesk", batch.count(ItemOutcome.AT_DESK) > 0);
        next.of(user.getUsername(), id).ifPresent(request -> model.addAttribute("next", request.id()));
    }

    /**
     * The officer's batch of this id; empty where none is given.
     *
     * @throws NotFound where it is another officer's, or none
     */
    Optional<BatchId> own(ConsoleUser user, String id) {
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(batches.find(NotFound.id(id, BatchId::new))
                        .filter(batch -> batch.officer().equals(user.getUsername()))
                        .orElseThrow(NotFound::new)
                        .id());
    }

    /** The path on which an officer goes on with what is signed one by one: the next document, or how the batch stands. */
    String after(String officer, BatchId id) {
        return next.of(officer, id)
                .map(request -> "/approvals/" + request.id() + "?batch=" + id)
                .orElse("/approvals/batches/" + id);
    }

    private List<Line> lines(ConsoleUser user, SigningBatch batch) {
        Map<RequestId, SigningRequest> all =
                requests
                        .all(batch.items().stream()
                                .map(SigningBatch.Item::request)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(SigningRequest::id, request -> request));
        Predicate<SigningRequest> may = finding.may(user);
        return batch.items().stream()
                .map(item -> line(may, item, Optional.ofNullable(all.get(item.request()))))
                .toList();
    }

    private static Line line(Predicate<SigningRequest> may, SigningBatch.Item item, Optional<SigningRequest> request) {
        Optional<ApprovalLine> shown = request.map(one -> new ApprovalLine(one, may.test(one), false));
        ItemOutcome outcome = request.map(one -> outcome(item, one)).orElse(item.outcome());
        return new Line(
                item.request().toString(),
                shown.map(ApprovalLine::name).orElse(""),
                shown.map(ApprovalLine::subject).orElse(""),
                text(outcome, item.detail()),
                detail(item),
                outcome == ItemOutcome.SIGNED,
                outcome == ItemOutcome.AT_DESK);
    }

    /** What is signed at a desk is told by the request itself. */
    private static ItemOutcome outcome(SigningBatch.Item item, SigningRequest request) {
        if (item.outcome() != ItemOutcome.AT_DESK) {
            return item.outcome();
        }
        return switch (request.state()) {
            case ASKED -> ItemOutcome.AT_DESK;
            case SIGNED -> ItemOutcome.SIGNED;
            case REFUSED, TAKEN_BACK -> ItemOutcome.CHANGED;
        };
    }

    private static String text(ItemOutcome outcome, String detail) {
        String usual = "signing.outcome." + outcome;
        return outcome == ItemOutcome.KEY_UNUSABLE ? usual + "." + word(detail, 0) : usual;
    }

    private static String detail(SigningBatch.Item item) {
        return switch (item.outcome()) {
            case KEY_UNUSABLE -> word(item.detail(), 1);
            case FILE_REFUSED -> explained(List.of(item.detail().split(",", -1)));
            case WAITING, SIGNED, CHANGED, NO_MANDATE, NO_KEY, AT_DESK, UNFIT, CUT_OFF -> "";
        };
    }

    private static String word(String text, int at) {
        String[] words = text.split(" ", -1);
        return at < words.length ? words[at] : "";
    }

    private static String explained(List<String> codes) {
        return ErrorCatalogue.all().stream()
                .filter(known -> codes.contains(known.code().name()))
                .map(known -> known.code().vietnamese() + ". " + known.remedy())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
