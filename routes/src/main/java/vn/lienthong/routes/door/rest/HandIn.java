package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.EnvelopeNotSigned;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Upload;

/** Hands in what a caller brings, a packet or what a packet is written from, and says what reception says. */
final class HandIn {

    private static final Logger LOG = LoggerFactory.getLogger(HandIn.class);

    private final SpoolBody spooling;
    private final WritePacket writing;
    private final Receiver receiver;
    private final AnswerOnce once;
    private final Clock clock;

    HandIn(SpoolBody spooling, WritePacket writing, Receiver receiver, AnswerOnce once, Clock clock) {
        this.spooling = spooling;
        this.writing = writing;
        this.receiver = receiver;
        this.once = once;
        this.clock = clock;
    }

    /** The body is the packet; {@code from} and {@code to} of the address name the sender and narrow the recipients. */
    RestAnswer packet(Caller caller, HttpServletRequest request, MessageKind kind) throws IOException {
        BodyDigest digest = BodyDigest.of(request);
        if (digest.wrong().isPresent()) {
            return RestAnswer.refused(digest.wrong().get());
        }
        Optional<String> announced = digest.sha256().map(Sha256::hex);
        return switch (spooling.of(caller).whole(request.getInputStream(), announced)) {
            case Upload.Refused refused -> RestAnswer.refused(BodyDigest.inOwnWords(refused.finding()));
            case Upload.Stored stored ->
                once.answer(
                        caller,
                        request,
                        stored.bytes().digest(),
                        begun -> receive(caller, request, kind, stored.bytes()));
        };
    }

    /**
     * Writes the packet of a message once, and hands it in.
     *
     * @param content digest of what the message was made from
     */
    RestAnswer message(Caller caller, HttpServletRequest request, MessageKind kind, Sha256 content, MakeMessage making)
            throws IOException {
        return once.answer(caller, request, content, begun -> {
            StoredBytes written;
            try {
                written = writing.write(making.at(begun));
            } catch (IllegalArgumentException unwritable) {
                return RestAnswer.refused(
                        ErrorCode.PARAMETER_MALFORMED,
                        "document",
                        "document: có ký tự mà XML không chứa được (expected: văn bản không có ký tự điều khiển)");
            } catch (EnvelopeNotSigned keyAway) {
                LOG.warn("{}", keyAway.getMessage());
                return RestAnswer.refused(
                        ErrorCode.BUSY,
                        "envelope",
                        "envelope: khóa của cổng chưa ký được gói tin, chưa nhận gì (expected: gửi lại sau ít phút)");
            }
            return receive(caller, request, kind, written);
        });
    }

    /** Makes a message as of an instant: the same one each time. */
    @FunctionalInterface
    interface MakeMessage {
        Message at(Instant begun) throws IOException;
    }

    private RestAnswer receive(Caller caller, HttpServletRequest request, MessageKind kind, StoredBytes bytes) {
        Optional<RestAnswer> unknown = Page.unknown(request, "from", "to");
        if (unknown.isPresent()) {
            return unknown.get();
        }
        List<String> from = codes(request, "from");
        List<String> to = codes(request, "to");
        if (from.size() > 1 || !areUsable(from) || !areUsable(to)) {
            // Left out, a code that nobody can read would mean everybody.
            return RestAnswer.refused(
                    ErrorCode.PARAMETER_MALFORMED,
                    from.size() > 1 || !areUsable(from) ? "from" : "to",
                    "mã cơ quan trống, lặp hoặc có ký tự điều khiển (expected: một mã ở from, các mã ở to)");
        }
        Submission submission = new Submission(
                bytes,
                kind,
                Channel.REST,
                caller,
                from.stream().map(AgencyCode::new).findFirst(),
                to.stream().map(AgencyCode::new).toList(),
                Optional.empty(),
                AnswerOnce.key(request),
                clock.instant());
        return answer(receiver.receive(submission));
    }

    /** Repeated parameters, or one with commas. */
    private static List<String> codes(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .toList();
    }

    private static boolean areUsable(List<String> codes) {
        return codes.stream().noneMatch(code -> code.isEmpty() || code.chars().anyMatch(Character::isISOControl));
    }

    private static RestAnswer answer(ReceptionAnswer answer) {
        return switch (answer) {
            case ReceptionAnswer.Taken taken -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", taken.dossier().toString());
                body.put("docId", taken.docId());
                body.put("state", taken.state().name());
                body.put("repeated", taken.repeated());
                body.put("findings", Problems.findings(taken.findings()));
                yield RestAnswer.json(status(taken), Optional.of(RestPaths.document(taken.dossier())), body);
            }
            case ReceptionAnswer.StatusTaken taken -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("docId", taken.docId());
                body.put("matched", taken.matched());
                body.put("repeated", taken.repeated());
                body.put("findings", Problems.findings(taken.findings()));
                yield RestAnswer.json(taken.repeated() ? 200 : taken.matched() ? 201 : 202, Optional.empty(), body);
            }
            case ReceptionAnswer.Refused refused -> new RestAnswer.Refused(refused.findings(), true);
        };
    }

    private static int status(ReceptionAnswer.Taken taken) {
        if (taken.state() == DossierState.HELD) {
            return 202;
        }
        return taken.repeated() ? 200 : 201;
    }
}
