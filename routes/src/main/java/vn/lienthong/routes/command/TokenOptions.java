package vn.lienthong.routes.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.seal.KeyPlace;

/** The options that name a key on a token; a group of its own. */
public final class TokenOptions {
    @Option(
            names = "--pkcs11",
            paramLabel = "THƯ_VIỆN",
            description = "thư viện PKCS#11 của thiết bị (USB token, HSM)",
            required = true)
    private Path library = Path.of("");

    @Option(names = "--slot", paramLabel = "SỐ", description = "số của khe cắm")
    private @Nullable Long slot;

    @Option(
            names = "--slot-index",
            paramLabel = "SỐ",
            description = "thứ tự khe cắm có thiết bị, từ 0; thay cho --slot")
    private @Nullable Integer slotIndex;

    @Option(names = "--label", paramLabel = "TÊN", description = "tên khóa; bỏ được nếu thiết bị chỉ có một khóa")
    private @Nullable String label;

    /**
     * Where the key lies.
     *
     * @throws IllegalArgumentException where the options do not go together; the text is for whoever typed them
     */
    public KeyPlace.Token place() {
        String path = library.toAbsolutePath().normalize().toString();
        if (path.contains("\"")) {
            throw new IllegalArgumentException("--pkcs11: " + path + " (expected: đường dẫn không có dấu nháy)");
        }
        if (slot != null && slotIndex != null) {
            throw new IllegalArgumentException("--slot-index: " + slotIndex + " (expected: để trống, vì đã có --slot)");
        }
        return new KeyPlace.Token(
                path, Optional.ofNullable(slot), Optional.ofNullable(slotIndex), Optional.ofNullable(label));
    }
}
