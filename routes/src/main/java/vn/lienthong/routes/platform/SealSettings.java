package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.signature.key.Pkcs11SigningKey;
import vn.lienthong.gateway.signature.key.RsaPadding;

/**
 * {@code lienthong.seal}: the key that seals evidence, and how clerks put agencies' seals on documents. Without
 * {@code pkcs11.library} the key of evidence is {@code secrets/seal.p12} in the data folder, made at the first start.
 *
 * @param confirmEvery for how long a clerk who showed the second factor seals without showing it again; default 15 min; zero wants it
 *     with each document
 * @param maxSize largest PDF that is sealed or stamped; default 32 MB
 * @param answerWithin how long an agency's key may take to open, and to sign, and the gateway's own to sign a packet;
 *     default 30 s
 * @param atOnce PDFs that are looked at or sealed at the same time, each in memory as a whole; default 2
 * @param rsaPadding of new seals and stamps by RSA keys: {@code PKCS1} is what every program reads, {@code PSS} what Circular
 *     15/2025/TT-BKHCN demands of new software; default PKCS1
 * @param keepForSystems how long a system may fetch what was signed for it, its newest copy with its timestamps; default 8,760 h
 * @param desk what is signed with a token at a person's own desk
 */
public record SealSettings(
        @DefaultValue Pkcs11 pkcs11,
        @DefaultValue("15m") Duration confirmEvery,
        @DefaultValue("30s") Duration answerWithin,
        @DefaultValue("32MB") DataSize maxSize,
        @DefaultValue("2") int atOnce,
        @DefaultValue("PKCS1") RsaPadding rsaPadding,
        @DefaultValue("8760h") Duration keepForSystems,
        @DefaultValue DeskSettings desk) {
    public SealSettings {
        Setting.inRange("lienthong.seal.confirm-every", confirmEvery, Duration.ZERO, Duration.ofHours(12));
        Setting.inRange("lienthong.seal.answer-within", answerWithin, Duration.ofSeconds(1), Duration.ofMinutes(5));
        Setting.inRange("lienthong.seal.max-size", maxSize, DataSize.ofKilobytes(1), DataSize.ofMegabytes(512));
        Setting.inRange("lienthong.seal.at-once", atOnce, 1, 64);
        Setting.inRange(
                "lienthong.seal.keep-for-systems", keepForSystems, Duration.ofHours(1), Duration.ofDays(36_500));
    }

    /** All calls to a signing service for one answer: they end before somebody gives the key up as hanging. */
    Duration remoteWithin() {
        return answerWithin.multipliedBy(9).dividedBy(10);
    }

    /**
     * {@code lienthong.seal.pkcs11}: a key on a token or in a security module.
     *
     * @param library path of its PKCS#11 library
     * @param slot number of the token's slot
     * @param slotIndex place of the slot among those with a token, from 0; instead of {@code slot}; default 0
     * @param label of the key and its certificate; may be left out where the token holds one key
     * @param pinFile file that holds the PIN, readable by its owner only
     */
    public record Pkcs11(
            @Nullable Path library,
            @Nullable Long slot,
            @Nullable Integer slotIndex,
            @Nullable String label,
            @Nullable Path pinFile) {
        public Pkcs11 {
            Setting.together("lienthong.seal.pkcs11.library", library, "lienthong.seal.pkcs11.pin-file", pinFile);
            if (library != null
                    && (!Files.isReadable(library) || library.toString().contains("\""))) {
                throw Setting.refuse("lienthong.seal.pkcs11.library", library, "một tệp thư viện đọc được");
            }
            if (slot != null && slotIndex != null) {
                throw Setting.refuse("lienthong.seal.pkcs11.slot-index", slotIndex, "để trống, vì đã đặt slot");
            }
            if (slot != null) {
                Setting.inRange("lienthong.seal.pkcs11.slot", slot, 0, 0xffff_ffffL);
            }
            if (slotIndex != null) {
                Setting.inRange("lienthong.seal.pkcs11.slot-index", slotIndex, 0, 1_000);
            }
        }

        /** Where the key lies; null when it lies in a file. */
        Pkcs11SigningKey.@Nullable Token token() {
            return library == null ? null : new Pkcs11SigningKey.Token(library.toString(), slot, slotIndex, label);
        }

        /** @throws IOException when the file cannot be read */
        char[] pin() throws IOException {
            return pinFile == null
                    ? new char[0]
                    : Files.readString(pinFile).strip().toCharArray();
        }
    }
}
