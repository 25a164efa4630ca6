package vn.lienthong.gateway.signature.asic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Archives field by field: honest as they come, whatever else when a field is set. */
final class RawZip {
    /** One entry, told twice: by its own header and by the directory. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        byte[] data;
        long size;
        long packed;
        long crc;
        int method;
        int flags = 1 << 11;
        int localMethod = -1;
        long localSize = -1;
        int disk;
        int madeBy = 20;
        int unixMode;
        byte[] extra = {};
        byte[] localExtra = {};
        byte[] before = {};
        byte[] behind = {};
        boolean listed = true;
        long shift;

        Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            this.data = content;
            this.size = content.length;
            this.packed = content.length;
            CRC32 crc32 = new CRC32();
            crc32.update(content);
            this.crc = crc32.getValue();
        }

        Entry deflated() {
            Deflater deflater = new Deflater(9, true);
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[4096];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            deflater.end();
            data = out.toByteArray();
            packed = data.length;
            method = 8;
            return this;
        }

        Entry with(Consumer<Entry> change) {
            change.accept(this);
            return this;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    byte[] first = {};
    byte[] beforeDirectory = {};
    byte[] comment = {};
    byte[] last = {};
    int count = -1;
    int directoryShift;

    RawZip add(Entry entry) {
        entries.add(entry);
        return this;
    }

    RawZip add(String name, byte[] content) {
        return add(new Entry(name, content));
    }

    RawZip add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Entry entry(String name) {
        return entries.stream()
                .filter(one -> new String(one.name, StandardCharsets.UTF_8).equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Entry> entries() {
        return entries;
    }

    RawZip with(Consumer<RawZip> change) {
        change.accept(this);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.writeBytes(first);
        int listed = 0;
        for (Entry entry : entries) {
            out.writeBytes(entry.before);
            long at = out.size();
            out.writeBytes(local(entry));
            out.writeBytes(entry.localName);
            out.writeBytes(entry.localExtra);
            out.writeBytes(entry.data);
            out.writeBytes(entry.behind);
            if (entry.listed) {
                listed++;
                directory.writeBytes(central(entry, at + entry.shift));
            }
        }
        out.writeBytes(beforeDirectory);
        int begins = out.size();
        out.writeBytes(directory.toByteArray());
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0);
        end.putShort((short) (count < 0 ? listed : count)).putShort((short) (count < 0 ? listed : count));
        end.putInt(directory.size()).putInt(begins + directoryShift).putShort((short) comment.length);
        out.writeBytes(end.array());
        out.writeBytes(comment);
        out.writeBytes(last);
        return out.toByteArray();
    }

    private static byte[] local(Entry entry) {
        ByteBuffer head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags);
        head.putShort((short) (entry.localMethod < 0 ? entry.method : entry.localMethod))
                .putInt(0);
        head.putInt((int) entry.crc).putInt((int) entry.packed);
        head.putInt((int) (entry.localSize < 0 ? entry.size : entry.localSize));
        head.putShort((short) entry.localName.length).putShort((short) entry.localExtra.length);
        return head.array();
    }

    private static byte[] central(Entry entry, long at) {
        ByteBuffer head =
                ByteBuffer.allocate(46 + entry.name.length + entry.extra.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0x02014b50).putShort((short) entry.madeBy).putShort((short) 20);
        head.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
        head.putInt((int) entry.crc).putInt((int) entry.packed).putInt((int) entry.size);
        head.putShort((short) entry.name.length)
                .putShort((short) entry.extra.length)
                .putShort((short) 0);
        head.putShort((short) entry.disk).putShort((short) 0);
        head.putShort((short) 0).putShort((short) entry.unixMode).putInt((int) at);
        head.put(entry.name).put(entry.extra);
        return head.array();
    }
}
