package vn.lienthong.routes.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import vn.lienthong.routes.platform.StartRefused;

/**
 * The keys of a gateway under a passphrase: AES-256-GCM, the key derived by PBKDF2 with a salt of its own. Who has the file and
 * not the passphrase has nothing; who loses the passphrase too.
 */
final class SealedKeys {
    private static final int SALT_CHARS = 16;

    private SealedKeys() {}

    /** @param files by the name each gets below {@code secrets} */
    static byte[] seal(Map<String, Path> files, String passphrase) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), zip);
                zip.closeEntry();
            }
        }
        String salt = KeyGenerators.string().generateKey();
        byte[] box = AesGcmBytesEncryptor.withPassword(passphrase, salt).build().encrypt(packed.toByteArray());
        byte[] sealed = Arrays.copyOf(salt.getBytes(StandardCharsets.US_ASCII), SALT_CHARS + box.length);
        System.arraycopy(box, 0, sealed, SALT_CHARS, box.length);
        return sealed;
    }

    /**
     * The files' contents by name.
     *
     * @throws StartRefused when the passphrase is another one, or the bytes were changed
     */
    static Map<String, byte[]> open(byte[] sealed, String passphrase) throws IOException {
        byte[] packed;
        try {
            String salt = new String(sealed, 0, SALT_CHARS, StandardCharsets.US_ASCII);
            packed = AesGcmBytesEncryptor.withPassword(passphrase, salt)
                    .build()
                    .decrypt(Arrays.copyOfRange(sealed, SALT_CHARS, sealed.length));
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new StartRefused("mật khẩu của khóa trong bản sao lưu không đúng, hoặc phần khóa đã bị sửa", wrong);
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
