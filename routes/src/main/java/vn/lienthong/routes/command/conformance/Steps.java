package vn.lienthong.routes.command.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.packet.StatusCode;

/** The steps in their order: first what goes well, then what goes wrong on any line some day. */
final class Steps {
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int LISTS_AFTER = 3;

    /** Who sends the same paper as another document does so within it. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private Steps() {}

    static List<Step> all() {
        return List.of(
                new Sending(
                        "send", "Gửi một văn bản mới từ " + Partner.CLIENT + " tới " + Partner.CODE + ".", Fault.NONE),
                new Sending(
                        "busy",
                        "Gửi một văn bản mới. Cổng báo bận (503, Retry-After: 2): hãy gửi LẠI CHÍNH văn bản đó.",
                        Fault.BUSY),
                new Sending(
                        "slow",
                        "Gửi một văn bản mới. Cổng trả lời chậm 10 giây: hãy chờ, hoặc gửi lại chính nó.",
                        Fault.SLOW),
                new Sending(
                        "lost",
                        "Gửi một văn bản mới. Cổng nhận, nhưng câu trả lời bị mất: hãy gửi LẠI CHÍNH văn bản đó (cùng DocumentId).",
                        Fault.LOST),
                new Collecting(
                        "collect", "Nhận văn bản đang chờ: danh sách, lấy về, lưu xong rồi mới xác nhận.", Fault.NONE),
                new Collecting(
                        "cut",
                        "Nhận văn bản đang chờ. Lần lấy đầu bị đứt giữa chừng: KHÔNG được xác nhận, phải lấy lại.",
                        Fault.CUT),
                new Collecting(
                        "twice",
                        "Nhận văn bản đang chờ. Danh sách nêu nó hai lần, và vẫn nêu sau khi đã xác nhận: chỉ nhận MỘT lần.",
                        Fault.TWICE),
                new Reporting(),
                new Divided(),
                new OutOfOrder());
    }

    /** Hands documents in. */
    private record Sending(String id, String ask, Fault trouble) implements Step {
        @Override
        public List<String> prepare(Partner partner) {
            return List.of();
        }

        @Override
        public Fault fault(Operation operation, String docId, List<Seen> before, List<String> waiting) {
            boolean first = before.stream().noneMatch(one -> one.is(Operation.SEND));
            return operation == Operation.SEND && first ? trouble : Fault.NONE;
        }

        @Override
        public Optional<Verdict> judge(List<Seen> seen, List<String> waiting) {
            List<Seen> sent =
                    seen.stream().filter(one -> one.is(Operation.SEND)).toList();
            if (sent.isEmpty()) {
                return Optional.empty();
            }
            Seen first = sent.getFirst();
            if (first.ok()) {
                return Optional.of(Verdict.pass("cổng nhận, DocId " + first.docId()));
            }
            if (first.fault() == Fault.NONE) {
                return Optional.of(Verdict.fail("cổng từ chối: " + first.complaint()));
            }
            return sent.size() < 2 ? Optional.empty() : again(first, sent.get(1));
        }

        private Optional<Verdict> again(Seen first, Seen second) {
            if (!first.docId().isEmpty() && !first.docId().equals(second.docId())) {
                return Optional.of(Verdict.fail("lần sau là một văn bản khác (DocId " + second.docId() + ", lẽ ra "
                        + first.docId() + "): văn bản mất câu trả lời phải được gửi lại nguyên vẹn, cùng DocumentId"));
            }
            if (!first.identity().equals(second.identity())) {
                return Optional.of(Verdict.fail("lần sau là một văn bản khác (" + second.identity() + ", lẽ ra "
                        + first.identity() + "): văn bản chưa được nhận phải được gửi lại trước khi bỏ qua"));
            }
            if (!second.ok()) {
                return Optional.of(Verdict.fail("gửi lại nhưng cổng từ chối: " + second.complaint()));
            }
            boolean early = trouble == Fault.BUSY
                    && Duration.between(first.at(), second.at()).compareTo(RETRY_AFTER) < 0;
            return Optional.of(Verdict.pass("gửi lại đúng cách, DocId " + second.docId()
                    + (early ? "; nhưng sớm hơn Retry-After cho phép" : "")));
        }

        @Override
        public String missing() {
            return trouble == Fault.NONE ? "không thấy văn bản nào được gửi" : "không thấy gửi lại sau sự cố";
        }
    }

    /** Collects one copy. */
    private record Collecting(String id, String ask, Fault trouble) implements Step {
        @Override
        public List<String> prepare(Partner partner) {
            return List.of(partner.write());
        }

        @Override
        public Fault fault(Operation operation, String docId, List<Seen> before, List<String> waiting) {
            return switch (trouble) {
                case CUT ->
                    operation == Operation.FETCH
                                    && waiting.contains(docId)
                                    && before.stream().noneMatch(one -> one.isAbout(Operation.FETCH, docId))
                            ? Fault.CUT
                            : Fault.NONE;
                case TWICE -> operation == Operation.LIST ? Fault.TWICE : Fault.NONE;
                case NONE, BUSY, SLOW, LOST -> Fault.NONE;
            };
        }

        @Override
        public Optional<Verdict> judge(List<Seen> seen, List<String> waiting) {
            String id = waiting.getFirst();
            int confirmed = first(seen, Operation.CONFIRM, id);
            if (confirmed < 0) {
                return Optional.empty();
            }
            boolean whole =
                    seen.subList(0, confirmed).stream().anyMatch(one -> one.isAbout(Operation.FETCH, id) && one.ok());
            if (!whole) {
                return Optional.of(Verdict.fail("xác nhận bản " + id
                        + " khi chưa lấy được nó trọn vẹn: từ đó cổng coi như đã giao, văn bản có thể mất"));
            }
            return trouble == Fault.TWICE ? once(seen, confirmed, id) : received(id);
        }

        private static Optional<Verdict> once(List<Seen> seen, int confirmed, String id) {
            if (seen.subList(0, confirmed).stream()
                            .filter(one -> one.isAbout(Operation.FETCH, id) && one.ok())
                            .count()
                    > 1) {
                return Optional.of(Verdict.fail("lấy bản " + id
                        + " hai lần rồi mới xác nhận: danh sách nêu nó hai lần, phải nhận ra nó theo DocId"));
            }
            List<Seen> after = seen.subList(confirmed + 1, seen.size());
            if (after.stream().anyMatch(one -> one.isAbout(Operation.FETCH, id))) {
                return Optional.of(
                        Verdict.fail("lấy lại bản " + id + " sau khi đã xác nhận: phải nhận ra nó theo DocId"));
            }
            long lists = after.stream().filter(one -> one.is(Operation.LIST)).count();
            return lists < LISTS_AFTER
                    ? Optional.empty()
                    : Optional.of(Verdict.pass("chỉ nhận một lần, theo DocId " + id));
        }

        private static Optional<Verdict> received(String id) {
            return Optional.of(Verdict.pass("lấy trọn bản " + id + " rồi mới xác nhận"));
        }

        @Override
        public String missing() {
            return trouble == Fault.CUT
                    ? "không lấy lại và xác nhận văn bản bị đứt"
                    : "không nhận và xác nhận văn bản đang chờ";
        }
    }

    /** Says what became of a document that came. */
    private record Reporting() implements Step {
        @Override
        public String id() {
            return "status";
        }

        @Override
        public String ask() {
            return "Nhận văn bản đang chờ của " + Partner.CODE + " và gửi trạng thái 01 hoặc 03 về chính nó.";
        }

        @Override
        public List<String> prepare(Partner partner) {
            return List.of(partner.write());
        }

        @Override
        public Fault fault(Operation operation, String docId, List<Seen> before, List<String> waiting) {
            return Fault.NONE;
        }

        @Override
        public Optional<Verdict> judge(List<Seen> seen, List<String> waiting) {
            List<Seen> told =
                    seen.stream().filter(one -> one.is(Operation.STATUS)).toList();
            Optional<Seen> right = told.stream()
                    .filter(one -> one.ok() && isWanted(one, waiting))
                    .findFirst();
            Optional<Seen> refused =
                    told.stream().filter(one -> !one.complaint().isEmpty()).findFirst();
            return right.map(one -> Verdict.pass("cổng nhận trạng thái về đúng văn bản"))
                    .or(() -> refused.map(one -> Verdict.fail("cổng từ chối trạng thái: " + one.complaint())));
        }

        // One about another document may be late from an earlier step: it is no fault, and no answer either.
        private static boolean isWanted(Seen one, List<String> waiting) {
            return Stream.of(StatusCode.ARRIVED, StatusCode.ACCEPTED)
                    .map(code -> Partner.told(waiting.getFirst(), code.text()))
                    .anyMatch(one.identity()::equals);
        }

        @Override
        public String missing() {
            return "không thấy trạng thái 01 hoặc 03 về chính văn bản đang chờ (trạng thái khác, hoặc về văn bản khác, không tính)";
        }
    }

    /** Sends to a code whose body was divided: what is taken and waits for a registrar is sent, and no failure. */
    private record Divided() implements Step {
        @Override
        public String id() {
            return "divided";
        }

        @Override
        public String ask() {
            return "Gửi MỘT văn bản tới " + Partner.DIVIDED
                    + ", mã của cơ quan đã chia. Cổng nhận và giữ chờ người quản lý danh mục: coi là đã gửi, đừng gửi lại"
                    + " như một văn bản khác.";
        }

        @Override
        public List<String> prepare(Partner partner) {
            return List.of();
        }

        @Override
        public Fault fault(Operation operation, String docId, List<Seen> before, List<String> waiting) {
            return Fault.NONE;
        }

        @Override
        public Optional<Verdict> judge(List<Seen> seen, List<String> waiting) {
            List<Seen> held = seen.stream().filter(Seen::held).toList();
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Seen first = held.getFirst();
            Optional<Seen> other = held.stream()
                    .filter(one -> !one.docId().equals(first.docId()))
                    .findFirst();
            if (other.isPresent()) {
                return other.map(one -> Verdict.fail("gửi tới " + Partner.DIVIDED + " lần nữa như một văn bản khác ("
                        + one.identity() + "): văn bản trước đã được nhận và đang chờ quyết định"));
            }
            boolean goesOn = seen.stream().filter(one -> one.is(Operation.LIST)).anyMatch(one -> !one.at()
                    .isBefore(first.at().plus(QUIET)));
            return goesOn
                    ? Optional.of(Verdict.pass("cổng nhận và giữ chờ quyết định, DocId " + first.docId()))
                    : Optional.empty();
        }

        @Override
        public String missing() {
            return "không thấy một văn bản gửi tới " + Partner.DIVIDED + ", rồi hỏi danh sách như thường";
        }
    }

    /** Statuses come in whatever order the other side and the lines make of them. */
    private record OutOfOrder() implements Step {
        @Override
        public String id() {
            return "order";
        }

        @Override
        public String ask() {
            return "Nhận hai trạng thái về văn bản đã gửi, tới sai thứ tự (06 trước 03): nhận và xác nhận cả hai.";
        }

        @Override
        public List<String> prepare(Partner partner) {
            return partner.sayBackwards();
        }

        @Override
        public Fault fault(Operation operation, String docId, List<Seen> before, List<String> waiting) {
            return Fault.NONE;
        }

        @Override
        public Optional<Verdict> judge(List<Seen> seen, List<String> waiting) {
            boolean all = waiting.stream().allMatch(id -> first(seen, Operation.CONFIRM, id) >= 0);
            return all ? Optional.of(Verdict.pass("nhận cả hai, không đòi thứ tự")) : Optional.empty();
        }

        @Override
        public String missing() {
            return "chưa nhận và xác nhận đủ hai trạng thái tới sai thứ tự";
        }
    }

    private static int first(List<Seen> seen, Operation operation, String docId) {
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).isAbout(operation, docId) && seen.get(i).ok()) {
                return i;
            }
        }
        return -1;
    }
}
