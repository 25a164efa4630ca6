package vn.lienthong.routes.command.bench;

import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SecretFiles;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.routes.command.TokenOptions;
import vn.lienthong.routes.command.demo.BenchWorld;

/** Whether a batch is measured, with how many documents, and by which token's session. */
final class BatchOptions {
    private static final int USUAL = 1_000;
    private static final int MOST = 100_000;

    @Option(
            names = "--batch",
            paramLabel = "SỐ",
            description = "đo ký một loạt chừng ấy PDF 100 KB (mặc định: 1000 khi có --pkcs11, không có thì không đo)")
    private @Nullable Integer count;

    @ArgGroup(exclusive = false)
    private @Nullable TokenOptions token;

    @Option(names = "--pin-file", paramLabel = "TỆP", description = "tệp một dòng chứa mã PIN của thiết bị")
    private @Nullable Path pin;

    /** How many documents; 0 where none are measured. */
    int count() {
        int wanted = count != null ? count : token != null ? USUAL : 0;
        if (wanted < 0 || wanted > MOST) {
            throw new BenchFailed("--batch: " + wanted + " (cần: 0 đến " + MOST + ")");
        }
        return wanted;
    }

    /** As its certificate says it. */
    private static String kind(SigningKey key) {
        return switch (key.certificate().getPublicKey()) {
            case RSAKey rsa -> "RSA-" + rsa.getModulus().bitLength();
            case ECKey curve -> "EC-" + curve.getParams().getOrder().bitLength();
            case PublicKey other -> other.getAlgorithm();
        };
    }

    /**
     * The key in one session: on the token, or an RSA-3072 in memory where none is named.
     *
     * @throws SigningException when the token cannot be used
     */
    BenchSigning.Named key(Clock clock) throws SigningException {
        if (token == null) {
            return new BenchSigning.Named(
                    "RSA-3072 (PKCS#12)",
                    Objects.requireNonNull(BenchWorld.keys(clock).get("RSA-3072")));
        }
        if (pin == null) {
            throw new BenchFailed("--pin-file: thiếu (cần: tệp chứa mã PIN, với --pkcs11)");
        }
        SigningKey key = OpenKeys.local().open(token.place(), SecretFiles.read(pin));
        return new BenchSigning.Named("thiết bị, một phiên, " + kind(key), key, true);
    }
}
