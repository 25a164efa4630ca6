package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Reads packets as they are really sent: either order of children, any prefix, attachments zipped or bare, and every quirk
 * known of real traffic. One pass, in memory that does not grow with the packet; files go to the store while they are decoded.
 * Safe for use by many threads at once.
 */
public final class PacketReader {

    private final PacketLimits limits;

    public PacketReader(PacketLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one packet to its end.
     *
     * @param in the packet; not closed here
     * @param store takes the files; what it holds of a refused packet is of no use
     * @return the message, or why it is refused. A bad packet never throws, a truncated one is a finding
     * @throws IOException only when the source or the store itself fails
     */
    public PacketReading read(InputStream in, AttachmentStore store) throws IOException {
        BoundedInput input = new BoundedInput(in, limits);
        ReadingFaults faults = new ReadingFaults(input);
        Notes notes = new Notes();
        AttachmentUnpacker unpacker = new AttachmentUnpacker(store, limits);
        try {
            Optional<Message> message = parse(input, faults, notes, unpacker);
            if (message.isPresent()) {
                return new PacketReading.Understood(message.get(), notes.findings());
            }
        } catch (XMLStreamException e) {
            unpacker.abandon();
            Optional<IOException> fault = faults.fault();
            if (fault.isPresent()) {
                throw fault.get();
            }
        }
        return refused(notes, faults);
    }

    private Optional<Message> parse(BoundedInput input, ReadingFaults faults, Notes notes, AttachmentUnpacker unpacker)
            throws XMLStreamException {
        XMLStreamReader parser = open(input, faults);
        ElementGate gate = new ElementGate(parser, limits, faults, notes);
        SkeletonReader skeleton = new SkeletonReader(parser, input, gate, unpacker, faults);
        skeleton.findRoot();
        PacketMapping mapping = PacketMapping.of(skeleton);
        skeleton.finish();
        // Only here: a closed parser hands its names on to all that come after, and a refused packet's names go
        // nowhere.
        // Left open it holds nothing but memory.
        parser.close();
        return mapping.message(gate.signatureNamespace(), unpacker.unpacked(), notes);
    }

    private static XMLStreamReader open(BoundedInput input, ReadingFaults faults) throws XMLStreamException {
        try {
            return PacketParser.parser(input);
        } catch (XMLStreamException e) {
            throw faults.parser(e);
        }
    }

    private static PacketReading refused(Notes notes, ReadingFaults faults) {
        List<Finding> findings = new ArrayList<>(notes.findings());
        faults.refusal().ifPresent(findings::add);
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.add(Finding.error(
                    ErrorCode.PACKET_NOT_EDXML, "edXML", "packet: could not be bound (expected: edXML of QCVN 102)"));
        }
        return new PacketReading.Refused(findings);
    }
}
