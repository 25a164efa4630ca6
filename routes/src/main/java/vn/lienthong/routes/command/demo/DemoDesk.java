package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.routes.door.echo.EchoAgencies;
import vn.lienthong.routes.platform.RunningGateway;

/** Two more agencies to look at and to try with: one whose clerk and officer sit at the console, one that answers by itself. */
final class DemoDesk {
    /** The clerk's account; the password is the folder's secret of that name. */
    static final String CLERK = "demo.vanthu";

    /** The account of the officer who signs for the same agency; the password is the folder's secret of that name. */
    static final String OFFICER = "demo.lanhdao";

    static final String OFFICER_NAME = "Hoàng Văn Bình";

    static final AgencyBlock CLERKS_AGENCY = AgencyBlock.of("H57", "UBND thành phố Huế");
    static final AgencyBlock ECHO = AgencyBlock.of("G09", "Bộ Nội vụ");

    private static final List<Right> RIGHTS = List.of(Right.SEND, Right.COLLECT, Right.STATUS);
    private static final List<Right> OF_THE_CLERK = List.of(Right.SEND, Right.COLLECT, Right.STATUS, Right.SEAL);
    private static final List<Right> OF_THE_OFFICER = List.of(Right.COLLECT, Right.SIGN);
    private static final int TO_THE_CLERK = 8;
    private static final int TO_THE_ECHO = 9;

    private final RunningGateway gateway;
    private final DemoFolder folder;
    private final Clock clock;

    DemoDesk(RunningGateway gateway, DemoFolder folder) {
        this.gateway = gateway;
        this.folder = folder;
        this.clock = gateway.part(Clock.class);
    }

    void open() {
        Instant now = clock.instant();
        seat(new Account(CLERK, "Lê Thị Hoa", Role.CLERK, true, true), OF_THE_CLERK, now);
        seat(new Account(OFFICER, OFFICER_NAME, Role.OFFICER, true, true), OF_THE_OFFICER, now);
        turnEchoOn(now);
    }

    /** So that the in-tray has something in it, and so has the sender's. */
    void write(Stage stage) throws IOException, InterruptedException {
        stage.sender()
                .send(stage.writing()
                        .write(
                                stage.firstNumber() + TO_THE_CLERK,
                                "Đề nghị báo cáo tình hình liên thông",
                                CLERKS_AGENCY)
                        .packet());
        stage.sender()
                .send(stage.writing()
                        .write(stage.firstNumber() + TO_THE_ECHO, "Kiểm thử kết nối", ECHO)
                        .packet());
    }

    private void seat(Account person, List<Right> rights, Instant now) {
        String name = person.username();
        Accounts accounts = gateway.part(Accounts.class);
        if (accounts.find(name).isEmpty()) {
            accounts.save(person, gateway.part(PasswordEncoder.class).encode(folder.secret(name)));
        }
        AccountMandates mandates = gateway.part(AccountMandates.class);
        missing(rights, mandates.of(name), CLERKS_AGENCY, now).forEach(mandate -> mandates.grant(name, mandate));
    }

    private void turnEchoOn(Instant now) {
        Systems systems = gateway.part(Systems.class);
        String id = EchoAgencies.SYSTEM_PREFIX + ECHO.organId();
        systems.save(
                new ReceivingSystem(
                        id,
                        "Cơ quan kiểm thử (trình diễn)",
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                folder.secret(id).getBytes(StandardCharsets.UTF_8));
        missing(RIGHTS, systems.mandates(id), ECHO, now).forEach(mandate -> systems.grant(id, mandate));
    }

    private List<Mandate> missing(List<Right> rights, List<Mandate> held, AgencyBlock agency, Instant now) {
        AgencyId id = gateway.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(agency.organId()), now)
                .orElseThrow(() -> new StepFailed("mã " + agency.organId() + " không có trong danh mục"));
        return rights.stream()
                .filter(right -> held.stream()
                        .noneMatch(one -> one.right() == right && one.agency().equals(id) && one.holdsAt(now)))
                .map(right -> new Mandate(id, right, now, Optional.empty()))
                .toList();
    }
}
