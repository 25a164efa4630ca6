package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.tray.ReadAttachments;

/**
 * One attached file in a list.
 *
 * @param number its place in the packet, from 0
 * @param lengthBytes below zero where the file could not be had from the packet
 */
record TrayFile(int number, String name, long lengthBytes) {

    private static final long KIB = 1024;

    static List<TrayFile> of(ReadAttachments reading, StoredBytes packet) {
        List<TrayFile> files = new ArrayList<>();
        try {
            reading.look(packet, attachments -> {
                for (Attachment attachment : attachments) {
                    long length =
                            attachment.content().map(AttachmentContent::length).orElse(-1L);
                    files.add(new TrayFile(files.size(), attachment.safeName(), length));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    public boolean readable() {
        return lengthBytes >= 0;
    }

    /** Whether the page can show it. */
    public boolean pdf() {
        return readable() && name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** As people say it: 12 KB, 3,4 MB. */
    public String size() {
        if (lengthBytes < KIB) {
            return lengthBytes + " byte";
        }
        return lengthBytes < KIB * KIB
                ? lengthBytes / KIB + " KB"
                : String.format(Locale.of("vi"), "%.1f MB", (double) lengthBytes / (KIB * KIB));
    }
}
