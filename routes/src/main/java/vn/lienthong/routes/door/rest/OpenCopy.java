package vn.lienthong.routes.door.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.routes.door.Places;

/**
 * Opens the packet of a copy for its recipient, who then needs to know nothing of edXML. Access and what is noted are those of
 * fetching the packet itself; where nothing of it is given, nothing is noted.
 */
final class OpenCopy {

    private final CollectDocuments collecting;
    private final ReadAttachments reading;
    private final Places places;

    OpenCopy(CollectDocuments collecting, ReadAttachments reading, Places places) {
        this.collecting = collecting;
        this.reading = reading;
        this.places = places;
    }

    /** What is asked of the packet, while its files are open. */
    @FunctionalInterface
    interface Use {
        Part part(Delivery delivery, Packet packet);
    }

    /** What a use of the packet comes to. */
    sealed interface Part {

        /** It has no such thing. */
        record Missing(RestAnswer answer) implements Part {}

        /** Something leaves: the copy counts as taken from just before it. */
        record Given(Giving giving) implements Part {}
    }

    /** Gives a part of the packet out. */
    @FunctionalInterface
    interface Giving {
        RestAnswer give() throws IOException;
    }

    RestAnswer open(Caller caller, String docId, Use use) throws IOException {
        Optional<String> name = Optional.of(caller.systemId());
        switch (places.take(name)) {
            case TAKEN -> {}
            case FULL -> {
                return RestAnswer.refused(
                        ErrorCode.BUSY, "docId", "mọi chỗ mở gói tin đang bận (expected: gọi lại sau ít phút)");
            }
            case ENOUGH -> {
                return RestAnswer.refused(
                        ErrorCode.TOO_MANY_CALLS,
                        "docId",
                        places.mostOfOne() + " gói tin của hệ thống đang được mở (expected: gọi lại sau ít phút)");
            }
        }
        try {
            return opened(caller, docId, use);
        } finally {
            places.giveBack(name);
        }
    }

    private RestAnswer opened(Caller caller, String docId, Use use) throws IOException {
        Optional<Delivery> delivery = collecting.findToTake(caller, docId);
        if (delivery.isEmpty()) {
            return RestAnswer.notFound("docId", docId);
        }
        AtomicReference<RestAnswer> answer = new AtomicReference<>(RestAnswer.refused(
                ErrorCode.STATE_CONFLICT,
                "docId",
                "docId: " + docId + " không mở ra được (expected: bản của một văn bản; trạng thái tải ở content)"));
        reading.open(
                delivery.get().bytes(), packet -> answer.set(answer(caller, docId, use.part(delivery.get(), packet))));
        return answer.get();
    }

    private RestAnswer answer(Caller caller, String docId, Part part) throws IOException {
        return switch (part) {
            case Part.Missing missing -> missing.answer();
            case Part.Given given ->
                collecting.take(caller, docId).isPresent()
                        ? given.giving().give()
                        // Recalled while it was being opened.
                        : RestAnswer.notFound("docId", docId);
        };
    }
}
