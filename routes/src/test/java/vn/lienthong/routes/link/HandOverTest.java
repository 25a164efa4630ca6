package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Dossiers;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.routes.DiscardingVault;

/** What is not handed to a neighbour while a person decides about another recipient's copy, or decided against it. */
final class HandOverTest {

    private static final DossierId LETTER = new DossierId(new UUID(0, 1));

    private final List<Delivery> copies = new ArrayList<>();
    private final List<String> called = new ArrayList<>();

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T of(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                HandOverTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private UnitOfWork work() {
        Deliveries deliveries = of(Deliveries.class, (method, arguments) -> copies);
        Dossiers dossiers = of(Dossiers.class, (method, arguments) -> Optional.empty());
        Transaction transaction = of(
                Transaction.class,
                (method, arguments) -> method.getName().equals("deliveries") ? deliveries : dossiers);
        return new UnitOfWork() {

            @Override
            public <T> T inTransaction(Function<Transaction, T> work) {
                return work.apply(transaction);
            }

            @Override
            public <T> T reading(Function<Transaction, T> work) {
                return work.apply(transaction);
            }
        };
    }

    private PushOutcome handOver(Dialect dialect, Delivery copy) {
        NeighbourWire wire = of(NeighbourWire.class, (method, arguments) -> {
            called.add(method.getName());
            return new AxisReply.Unreadable(503, "bận");
        });
        Neighbour neighbour = new Neighbour("tinh", URI.create("https://tinh.example/"), "cong", dialect);
        Neighbours neighbours = of(Neighbours.class, (method, arguments) -> Optional.of(neighbour));
        ReceivingSystem system = new ReceivingSystem(
                "tinh",
                "Tỉnh",
                CallerKind.PEER,
                Duration.ofHours(24),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
        return new HandOver(wire, neighbours, new OutgoingBytes(new DiscardingVault(), work()), work(), (to, what) -> {
                    throw new AssertionError("others");
                })
                .push(system, copy);
    }

    private static Delivery copy(int number, MessageKind kind, String code, DeliveryState state) {
        Instant now = Instant.parse("2026-11-26T03:00:00Z");
        return new Delivery(
                new DeliveryId(new UUID(1, number)),
                LETTER,
                kind,
                "d" + number,
                new AgencyCode("G22"),
                new AgencyCode(code),
                Optional.empty(),
                Optional.of("tinh"),
                true,
                state,
                1,
                1,
                0,
                0,
                new StoredBytes(Sha256.of(new byte[0]), 0),
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
    }

    @Test
    void aPlatformGetsNoPacketWhileAnotherRecipientOfItIsHeld() {
        Delivery copy = copy(1, MessageKind.STATUS, "H53", DeliveryState.SENDING);
        Delivery letter = copy(2, MessageKind.EDOC, "H53", DeliveryState.SENDING);
        copies.add(copy(3, MessageKind.EDOC, "H56", DeliveryState.HELD));
        copies.add(letter);
        Dialect platform = new Dialect.Provincial("a", "b");
        assertThat(handOver(platform, letter))
                .isInstanceOfSatisfying(PushOutcome.Waits.class, waits -> assertThat(waits.detail())
                        .contains("H56"));
        assertThat(called).isEmpty();
        assertThat(handOver(platform, copy)).as("a status has one addressee").isInstanceOf(PushOutcome.TryAgain.class);
        assertThat(called).containsExactly("send");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "WITHDRAWN"})
    void aPlatformDoesNotBringADocumentToSomebodyItWasDecidedAgainst(DeliveryState ended) {
        Delivery letter = copy(2, MessageKind.EDOC, "H53", DeliveryState.SENDING);
        copies.add(copy(3, MessageKind.EDOC, "H56", ended));
        copies.add(copy(4, MessageKind.EDOC, "H57", DeliveryState.HELD));
        copies.add(letter);
        assertThat(handOver(new Dialect.Provincial("a", "b"), letter))
                .as("a person is told, with a way out")
                .isInstanceOfSatisfying(PushOutcome.Declined.class, declined -> assertThat(declined.detail())
                        .contains("cho H56: tinh", "tuyến khác cho H53")
                        .doesNotContain("H57"));
        assertThat(called).isEmpty();
        assertThat(handOver(new Dialect.Axis(), letter))
                .as("an axis is told for whom the copy is")
                .isInstanceOf(PushOutcome.TryAgain.class);
    }
}
