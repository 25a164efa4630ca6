package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.approval.AddSigner;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.dossier.reception.Ids;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.path.SealTrust;
import vn.lienthong.routes.platform.RunningGateway;

/** The key and the picture with which the demo's officer signs. The key is made here, DEV ONLY. */
final class DemoSigner {
    private static final String SECRET = "signer";

    private final RunningGateway gateway;
    private final DemoFolder folder;
    private final Clock clock;

    DemoSigner(RunningGateway gateway, DemoFolder folder) {
        this.gateway = gateway;
        this.folder = folder;
        this.clock = gateway.part(Clock.class);
    }

    void make(DevelopmentPki pki) throws IOException {
        Account officer = gateway.part(Accounts.class)
                .find(DemoDesk.OFFICER)
                .orElseThrow(() -> new StepFailed("không có tài khoản " + DemoDesk.OFFICER));
        if (gateway.part(SignerKeys.class)
                .of(officer.username(), clock.instant())
                .isPresent()) {
            return;
        }
        AgencyBlock agency = DemoDesk.CLERKS_AGENCY;
        String secret = folder.secret(SECRET);
        Path file = folder.own().resolve(SECRET + ".p12");
        Files.write(
                file,
                pki.official(DemoDesk.OFFICER_NAME, agency.organName(), agency.organId(), Fate.GOOD)
                        .pkcs12(secret.toCharArray()));
        AddSigner.Outcome outcome = adding().add(new AddSigner.Wanted(
                officer,
                new KeyPlace.File(file.toString()),
                Optional.of(folder.secretFile(SECRET).toString()),
                secret.getBytes(StandardCharsets.UTF_8),
                Optional.of(DrawSignature.png()),
                "CLI:demo"));
        if (outcome instanceof AddSigner.Outcome.Refused refused) {
            throw new StepFailed("khóa ký của " + officer.username() + ": " + refused.why());
        }
    }

    private AddSigner adding() {
        return new AddSigner(
                gateway.part(SignerKeys.class),
                gateway.part(SealTrust.class),
                gateway.part(OpenKeys.class),
                gateway.part(AccessEvents.class),
                gateway.part(Ids.class)::uuid,
                clock);
    }
}
