package vn.lienthong.gateway.signature.asic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.gateway.signature.SignedFile;

/** Writes a container (EN 319 162-1 §A.1): its type first and plain, then the files, then what signs them. Same input, same bytes. */
final class WriteContainer {
    static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";

    private WriteContainer() {}

    static byte[] of(List<SignedFile> files, byte[] manifest, byte[] signature, Instant at) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            byte[] type = ContainerKind.EXTENDED.mediaType().getBytes(StandardCharsets.US_ASCII);
            add(zip, SignedFile.of("mimetype", type), time);
            for (SignedFile file : files) {
                add(zip, file, time);
            }
            add(zip, SignedFile.of(MANIFEST, manifest), time);
            add(zip, SignedFile.of(SIGNATURE, signature), time);
        }
        return out.toByteArray();
    }

    /** Stored: documents are packed already, and nobody can mistake them for a bomb. */
    private static void add(ZipOutputStream zip, SignedFile file, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(file.name());
        entry.setTimeLocal(time);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.length());
        entry.setCrc(checksum(file));
        zip.putNextEntry(entry);
        try (InputStream in = file.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    private static long checksum(SignedFile file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(file.open(), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return crc.getValue();
    }
}
