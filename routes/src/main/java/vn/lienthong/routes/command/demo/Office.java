package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.routes.link.AxisClient;

/** One agency's document system: all it knows of the gateway is the axis door and its own secret. */
final class Office {
    private static final String EDOC = "edoc";
    private static final String STATUS = "status";

    private final DemoAgency agency;
    private final AxisClient door;
    private final Clock clock;

    Office(DemoAgency agency, AxisClient door, Clock clock) {
        this.agency = agency;
        this.door = door;
        this.clock = clock;
    }

    DemoAgency agency() {
        return agency;
    }

    /** Hands a packet in, whatever comes of it. */
    AxisClient.Answer handIn(byte[] packet) throws IOException, InterruptedException {
        return door.send(agency.code(), EDOC, List.of(), AxisClient.File.of(packet));
    }

    /** Hands a packet in and has it taken; the transport id that names it from now on. */
    String send(byte[] packet) throws IOException, InterruptedException {
        return taken(handIn(packet));
    }

    /** Tells the sender of a letter what became of it. */
    void tell(Letter letter, StatusCode code, String description) throws IOException, InterruptedException {
        AgencyBlock sender = letter.header().from();
        ResponseFor about = new ResponseFor(
                sender.organId(),
                letter.symbol(),
                letter.header().promulgation().dateText(),
                letter.id());
        StaffInfo clerk = new StaffInfo("Văn thư", "", agency.official(), "", "", "");
        StatusMessage status = StatusMessage.at(clock.instant(), agency.block(), about, clerk, code, description);
        taken(door.send(agency.code(), STATUS, List.of(), AxisClient.File.of(PacketBytes.of(status))));
    }

    boolean hasInInbox(String docId) throws IOException, InterruptedException {
        return door.received(EDOC).stream().anyMatch(item -> docId.equals(item.get("docId")));
    }

    /** Takes one copy by {@code getEdoc}: base64 inside JSON. */
    Packet get(String docId) throws IOException, InterruptedException {
        AxisClient.Answer answer = door.get(docId);
        StepFailed.unless(answer.isOk(), "getEdoc bị từ chối: " + answer.errorDescription());
        return packet(PacketBytes.read(Base64.getDecoder().decode(answer.text("data"))));
    }

    /** Whether the copy can be had at all. */
    boolean fetches(String docId) throws IOException, InterruptedException {
        return door.get(docId).isOk();
    }

    /** Takes one copy by {@code downloadEdoc}: the bytes themselves. */
    Packet download(String docId) throws IOException, InterruptedException {
        try (InputStream in = door.download(docId).content()) {
            return packet(PacketBytes.read(in.readAllBytes()));
        }
    }

    /** A copy that waits. */
    record Arrived(String docId, Packet packet) {}

    /** The copy of a letter among those that wait. */
    Optional<Arrived> find(Letter letter) throws IOException, InterruptedException {
        for (Map<String, String> item : door.received(EDOC)) {
            Packet packet = download(item.getOrDefault("docId", ""));
            if (packet.documentId().equals(letter.id())) {
                return Optional.of(new Arrived(item.getOrDefault("docId", ""), packet));
            }
        }
        return Optional.empty();
    }

    /** Says that a copy lies safely in the agency's own books. */
    void done(String docId) throws IOException, InterruptedException {
        AxisClient.Answer answer = door.report(docId, "done");
        StepFailed.unless(answer.isOk(), "updateStatus done bị từ chối: " + answer.errorDescription());
    }

    /** Takes and ticks off every status that waits; those about the letter are returned. */
    List<StatusMessage> statusesAbout(Letter letter) throws IOException, InterruptedException {
        List<StatusMessage> found = new ArrayList<>();
        for (Map<String, String> item : door.received(STATUS)) {
            String docId = item.getOrDefault("docId", "");
            AxisClient.Answer answer = door.get(docId);
            StepFailed.unless(answer.isOk(), "getEdoc trạng thái bị từ chối: " + answer.errorDescription());
            if (PacketBytes.read(Base64.getDecoder().decode(answer.text("data"))) instanceof StatusMessage status
                    && status.responseFor().documentId().equals(letter.id())) {
                found.add(status);
                done(docId);
            }
        }
        return found;
    }

    /** What the gateway says became of something sent. */
    List<Map<String, String>> sent(String docId) throws IOException, InterruptedException {
        return door.sent(Optional.of(docId));
    }

    /** Whether the packet carries exactly the letter's file. */
    static boolean carries(Packet packet, Letter letter) {
        return carries(packet, letter.digest());
    }

    /** Whether the packet carries exactly this file. */
    static boolean carries(Packet packet, Sha256 file) {
        List<Attachment> files = packet.attachments();
        return files.size() == 1
                && files.getFirst()
                        .content()
                        .map(AttachmentContent::digest)
                        .filter(file::equals)
                        .isPresent();
    }

    private static Packet packet(Message message) {
        if (message instanceof Packet packet) {
            return packet;
        }
        throw new StepFailed("nhận về không phải văn bản");
    }

    private static String taken(AxisClient.Answer answer) {
        StepFailed.unless(answer.isOk(), "cổng từ chối: " + answer.errorCode() + " " + answer.errorDescription());
        String docId = answer.text("DocId");
        StepFailed.unless(!docId.isEmpty(), "cổng không trả DocId");
        return docId;
    }
}
