package vn.lienthong.routes.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.routes.link.AxisReply;
import vn.lienthong.routes.link.NeighbourWire;
import vn.lienthong.routes.link.OutboundRefused;

/** One harmless call to each neighbour, all at once: the way, the secret, its clock; and how fetching from it goes. */
final class NeighbourExamination {
    /** The header has whole seconds, and the way takes its time. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private final NeighbourRounds rounds;
    private final NeighbourWire link;
    private final Clock clock;

    private NeighbourExamination(NeighbourRounds rounds, NeighbourWire link, Clock clock) {
        this.rounds = rounds;
        this.link = link;
        this.clock = clock;
    }

    static List<Diagnosis> examine(
            Neighbours neighbours, NeighbourRounds rounds, GatewayConfiguration configuration, Clock clock) {
        List<Diagnosis> all = new ArrayList<>();
        List<Neighbour> enabled = new ArrayList<>();
        for (Neighbour neighbour : neighbours.all()) {
            try {
                neighbours.ownSecret(neighbour.systemId()).ifPresent(secret -> enabled.add(neighbour));
            } catch (IllegalStateException | IllegalArgumentException underAnotherKey) {
                all.add(closed(neighbour));
            }
        }
        if (!enabled.isEmpty()) {
            all.addAll(ask(enabled, neighbours, rounds, configuration, clock));
        }
        return all;
    }

    private static Diagnosis closed(Neighbour neighbour) {
        return Diagnosis.wrong(
                "láng giềng " + neighbour.systemId(),
                "khóa chủ không mở được khóa bí mật của ta ở bên đó",
                "đặt lại đúng tệp khóa chủ; mất hẳn thì admin neighbour secret " + neighbour.systemId());
    }

    private static List<Diagnosis> ask(
            List<Neighbour> enabled,
            Neighbours neighbours,
            NeighbourRounds rounds,
            GatewayConfiguration configuration,
            Clock clock) {
        NeighbourWire link =
                NeighbourWiring.links(configuration.outbound().limits(Mode.SERVE), neighbours, configuration, clock);
        try (NeighbourWire closing = link;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            NeighbourExamination examination = new NeighbourExamination(rounds, closing, clock);
            List<Future<List<Diagnosis>>> asked = enabled.stream()
                    .map(neighbour -> threads.submit(() -> examination.examine(neighbour)))
                    .toList();
            List<Diagnosis> all = new ArrayList<>();
            for (Future<List<Diagnosis>> one : asked) {
                all.addAll(one.get());
            }
            return all;
        } catch (IOException | ExecutionException e) {
            return List.of(Diagnosis.wrong("láng giềng", String.valueOf(e.getMessage()), "chạy lại doctor"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Diagnosis.doubtful("láng giềng", "đã dừng theo yêu cầu", "chạy lại doctor"));
        }
    }

    private List<Diagnosis> examine(Neighbour neighbour) throws InterruptedException {
        List<Diagnosis> all = new ArrayList<>();
        String what = "láng giềng " + neighbour.systemId();
        try {
            NeighbourWire.Dated answer = link.probe(neighbour);
            all.add(answered(what, neighbour, answer.reply()));
            answer.date().ifPresent(date -> all.add(clock("đồng hồ của " + what, date)));
        } catch (OutboundRefused refused) {
            all.add(Diagnosis.wrong(
                    what, String.valueOf(refused.getMessage()), "sửa lienthong.outbound.* cho phép địa chỉ này"));
        } catch (IOException unreachable) {
            all.add(Diagnosis.wrong(
                    what,
                    neighbour.address() + " không gọi được: "
                            + unreachable.getClass().getSimpleName() + " " + unreachable.getMessage(),
                    "kiểm tra mạng, tường lửa, DNS và chứng thư TLS của bên đó"));
        }
        rounds.find(neighbour.systemId())
                .filter(round -> round.failures() > 0)
                .ifPresent(round -> all.add(Diagnosis.doubtful(
                        "lấy văn bản từ " + what,
                        round.failures() + " lượt hỏng liên tiếp, lượt sau " + round.nextAt() + ": " + round.error(),
                        "xem trang Láng giềng của bảng điều khiển")));
        return all;
    }

    private static Diagnosis answered(String what, Neighbour neighbour, AxisReply reply) {
        return switch (reply) {
            case AxisReply.Ok ok ->
                Diagnosis.good(what, "trả lời, khóa đúng; danh mục bên đó có " + ok.size() + " cơ quan");
            case AxisReply.Refused refused ->
                Diagnosis.wrong(
                        what,
                        "từ chối: " + refused.text(),
                        "admin neighbour secret " + neighbour.systemId() + ", và hỏi bên đó về "
                                + neighbour.ownSystemId());
            case AxisReply.Unreadable unreadable ->
                Diagnosis.wrong(
                        what,
                        "trả lời không phải của trục: " + unreadable.text(),
                        "kiểm tra địa chỉ " + neighbour.address());
        };
    }

    private Diagnosis clock(String what, String date) {
        Optional<Duration> skew = skew(date);
        String found =
                skew.map(off -> "lệch " + off.abs().toSeconds() + " giây").orElse("không đọc được: " + date);
        return skew.filter(off -> off.abs().compareTo(MOST_SKEW) <= 0).isPresent()
                ? Diagnosis.good(what, found)
                : Diagnosis.doubtful(what, found + " (expected: trong 5 giây)", "đồng bộ NTP ở máy này và nhắc bên đó");
    }

    private Optional<Duration> skew(String date) {
        try {
            return Optional.of(Duration.between(
                    OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    clock.instant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
