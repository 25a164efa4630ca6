package vn.lienthong.gateway.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * What a detached signature in a packet may be over: the other files, by their names. Where there are many, those that are
 * called as the signature is, but for its extension: a packet does not escape judgement by being full.
 */
public final class FilesBeside {
    private FilesBeside() {}

    /**
     * The files beside one of a packet's; none is opened by this.
     *
     * @param most as many as a verifier looks at
     */
    public static List<SignedFile> of(Attachment signature, Packet packet, int most) {
        List<Attachment> others = packet.attachments().stream()
                .filter(other -> !other.contentId().equals(signature.contentId()))
                .toList();
        List<SignedFile> beside = new ArrayList<>();
        for (Attachment other : others) {
            boolean wanted = others.size() <= most || named(signature.name(), other.name());
            if (wanted && beside.size() < most) {
                other.content().ifPresent(content -> beside.add(file(other.name(), content)));
            }
        }
        return beside;
    }

    /** An attachment's bytes, wherever they lie. */
    public static SignedFile file(String name, AttachmentContent content) {
        try {
            Optional<Path> file = content.file();
            if (file.isPresent()) {
                return SignedFile.of(name, file.get());
            }
            Optional<byte[]> inMemory = content.bytes();
            if (inMemory.isPresent()) {
                return SignedFile.of(name, inMemory.get());
            }
            return SignedFile.of(name, content.length(), content::open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean named(String signature, String other) {
        int dot = signature.lastIndexOf('.');
        return dot > 0 && signature.substring(0, dot).equals(other);
    }
}
