package vn.lienthong.routes.door.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.DeskSecret;
import vn.lienthong.gateway.desk.FetchHandOff;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.TakeBack;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.door.DeskPaths;
import vn.lienthong.routes.door.Upload;
import vn.lienthong.routes.door.WrongAddresses;
import vn.lienthong.routes.platform.CatchAll;

/** Ký tại máy: what the signing program of the Government Cipher Committee fetches and returns. */
@Controller
class DeskDoor {

    private static final Logger LOG = LoggerFactory.getLogger(DeskDoor.class);

    private final FetchHandOff fetching;
    private final TakeBack taking;
    private final Vault vault;
    private final ReadReturned reading;
    private final DeskAnswer answer;
    private final WrongAddresses wrong;

    DeskDoor(
            FetchHandOff fetching,
            TakeBack taking,
            Vault vault,
            ReadReturned reading,
            DeskAnswer answer,
            WrongAddresses wrong) {
        this.fetching = fetching;
        this.taking = taking;
        this.vault = vault;
        this.reading = reading;
        this.answer = answer;
        this.wrong = wrong;
    }

    @GetMapping(DeskPaths.ROOT + "/{secret}" + DeskPaths.FILE)
    void fetch(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answered(response, answer, () -> {
            Optional<HandOff> found = DeskSecret.read(secret).flatMap(fetching::fetch);
            if (found.isEmpty()) {
                miss(request, response);
            } else {
                write(found.get().pdf(), response);
            }
        });
    }

    private void write(StoredBytes pdf, HttpServletResponse response) throws IOException {
        try (InputStream in = vault.read(pdf.digest())) {
            response.setContentType("application/pdf");
            response.setContentLengthLong(pdf.length());
            in.transferTo(response.getOutputStream());
        }
    }

    @PostMapping(DeskPaths.ROOT + "/{secret}")
    void giveBack(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answered(response, answer, () -> {
            Optional<HandOff> found = DeskSecret.read(secret).flatMap(taking::take);
            if (found.isEmpty()) {
                miss(request, response);
            } else {
                answer.of(received(found.get(), request), response);
            }
        });
    }

    private HandOff received(HandOff handOff, HttpServletRequest request) throws IOException {
        return switch (read(handOff, request)) {
            case Upload.Stored stored -> taking.receive(handOff, stored.bytes());
            case Upload.Refused refused ->
                taking.notReceived(
                        handOff,
                        why(refused.finding().code()),
                        refused.finding().text());
        };
    }

    @CatchAll("whatever it is, the hand-off ends by it, and it goes on")
    private Upload read(HandOff handOff, HttpServletRequest request) throws IOException {
        try {
            return reading.read(handOff, request);
        } catch (IOException | RuntimeException fault) {
            taking.failed(handOff, fault, "");
            throw fault;
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    @CatchAll("the signing program reads its own form only; the address is not logged, for it is a secret")
    private static void answered(HttpServletResponse response, DeskAnswer answer, Step step) throws IOException {
        try {
            step.run();
        } catch (RuntimeException | IOException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            LOG.error("signing at a desk failed", fault);
            response.reset();
            answer.fault(response);
        }
    }

    /** Who guesses waits; whoever comes with a right address from the same place, as behind one office's router, does not. */
    private void miss(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String remote = request.getRemoteAddr();
        if (wrong.tooMany(remote)) {
            answer.tooMany(response);
            return;
        }
        wrong.count(remote);
        if (wrong.tooMany(remote) && wrong.firstInAMinute(remote)) {
            LOG.warn("addresses of desks: from {} come more in a minute than may lead nowhere", remote);
        }
        answer.nowhere(response);
    }

    private static DeskRefusal why(ErrorCode code) {
        return switch (code) {
            case TOO_LARGE -> DeskRefusal.TOO_LARGE;
            case BUSY, TOO_MANY_CALLS -> DeskRefusal.BUSY;
            default -> DeskRefusal.NOT_RECEIVED;
        };
    }
}
