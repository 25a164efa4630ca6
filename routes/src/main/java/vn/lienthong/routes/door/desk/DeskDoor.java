package vn.lienthong.routes.door.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.DeskSecret;
import vn.lienthong.gateway.desk.FetchHandOff;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.TakeBack;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.door.Upload;
import vn.lienthong.routes.door.WrongAddresses;

/** Ký tại máy: what the signing program of the Government Cipher Committee fetches and returns. */
@Controller
class DeskDoor {

    static final String ROOT = "/ky-tai-may";

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

    @GetMapping(ROOT + "/{secret}/van-ban.pdf")
    void fetch(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<HandOff> found = DeskSecret.read(secret).flatMap(fetching::fetch);
        if (found.isEmpty()) {
            miss(request, response);
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLengthLong(found.get().pdf().length());
        try (InputStream in = vault.read(found.get().pdf().digest())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @PostMapping(ROOT + "/{secret}")
    void giveBack(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<HandOff> found = DeskSecret.read(secret).flatMap(taking::take);
        if (found.isEmpty()) {
            miss(request, response);
            return;
        }
        HandOff handOff = found.get();
        HandOff outcome =
                switch (reading.read(handOff, request)) {
                    case Upload.Stored stored -> taking.receive(handOff, stored.bytes());
                    case Upload.Refused refused ->
                        taking.notReceived(
                                handOff,
                                why(refused.finding().code()),
                                refused.finding().text());
                };
        answer.of(outcome, response);
    }

    /** Who guesses waits; whoever comes with a right address from the same place, as behind one office's router, does not. */
    private void miss(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wrong.tooMany(request.getRemoteAddr())) {
            answer.tooMany(response);
            return;
        }
        wrong.count(request.getRemoteAddr());
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
