package vn.lienthong.routes.command.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.PacketWriter;

/** Messages as bytes and back, as an agency's own system would do it. */
final class PacketBytes {
    private PacketBytes() {}

    static byte[] of(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PacketWriter().write(message, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What the bytes say; of the files, their digests only. */
    static Message read(byte[] bytes) throws IOException {
        PacketReader reader = new PacketReader(PacketLimits.defaults());
        return switch (reader.read(new ByteArrayInputStream(bytes), AttachmentStore.discarding())) {
            case PacketReading.Understood understood -> understood.message();
            case PacketReading.Refused refused ->
                throw new StepFailed("gói tin nhận về không đọc được: " + refused.findings());
        };
    }
}
