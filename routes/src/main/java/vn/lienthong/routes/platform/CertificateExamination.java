package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.path.TrustBranch;

/** Every certificate the gateway lives on: whom it trusts, its listeners' keys, its seal; and when each ends. */
final class CertificateExamination {
    private static final Duration SOON = Duration.ofDays(30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private CertificateExamination() {}

    static List<Diagnosis> examine(Path root, GatewayConfiguration configuration, Instant now) {
        List<Diagnosis> all = new ArrayList<>();
        for (TrustBranch branch : TrustBranch.values()) {
            all.add(trust(root.resolve("trust"), branch, now));
        }
        tls(all, "console", configuration.console().tls(), now);
        tls(all, "axis", configuration.axis().tls(), now);
        tls(all, "services", configuration.services().tls(), now);
        if (configuration.seal().pkcs11().library() == null) {
            seal(all, root.resolve("secrets"), now);
        } else {
            all.add(tokenSeal(root, configuration.seal(), now));
        }
        return all;
    }

    private static Diagnosis trust(Path folder, TrustBranch branch, Instant now) {
        String what = "kho tin cậy " + TrustFolder.name(branch);
        List<X509Certificate> certificates;
        try {
            certificates = TrustFolder.files(folder, branch).values().stream()
                    .flatMap(List::stream)
                    .toList();
        } catch (StartRefused unreadable) {
            return Diagnosis.wrong(what, String.valueOf(unreadable.getMessage()), "bỏ tệp hỏng ra khỏi " + folder);
        }
        if (certificates.isEmpty()) {
            return branch == TrustBranch.GOVERNMENT
                    ? Diagnosis.doubtful(
                            what,
                            "trống: mọi chữ ký số của cơ quan nhà nước sẽ chờ người vận hành",
                            "admin trust add " + TrustFolder.name(branch) + " CHỨNG_THƯ.crt")
                    : Diagnosis.good(what, "trống (chưa dùng)");
        }
        return dated(
                what, certificates, now, "thêm chứng thư mới bằng admin trust add, bỏ cái cũ bằng admin trust remove");
    }

    private static void tls(List<Diagnosis> all, String group, @Nullable TlsSettings tls, Instant now) {
        if (tls == null) {
            return;
        }
        all.add(store(
                "chứng thư TLS " + group,
                tls.keyStore(),
                tls.keyStorePassword(),
                now,
                "thay tệp lienthong." + group + ".tls.key-store; cổng đang chạy tự nhận, không phải khởi động lại"));
        if (tls.trustStore() != null) {
            all.add(store(
                    "chứng thư tin cậy TLS " + group,
                    tls.trustStore(),
                    Objects.requireNonNullElse(tls.trustStorePassword(), ""),
                    now,
                    "thay tệp lienthong." + group
                            + ".tls.trust-store; cổng đang chạy tự nhận, không phải khởi động lại"));
        }
    }

    /** Looks only: a seal that is not there is made by the first start. */
    private static void seal(List<Diagnosis> all, Path secrets, Instant now) {
        Path file = secrets.resolve("seal.p12");
        Path password = secrets.resolve("seal.password");
        if (!Files.exists(file)) {
            return;
        }
        try {
            String opens = Files.readString(password).strip();
            all.add(store("khóa niêm phong", file, opens, now, "đặt con dấu mới vào " + file + " rồi khởi động lại"));
        } catch (IOException e) {
            all.add(Diagnosis.wrong(
                    "khóa niêm phong",
                    "không đọc được " + password,
                    "đặt lại seal.p12 và seal.password từ bản sao lưu"));
        }
    }

    /** Logged in to as by a start: a wrong PIN costs a try here as well. */
    private static Diagnosis tokenSeal(Path root, SealSettings settings, Instant now) {
        String what = "khóa niêm phong trên thiết bị";
        try {
            return dated(
                    what,
                    SealKey.open(settings, root, now).chain(),
                    now,
                    "đưa khóa và chứng thư mới vào thiết bị, sửa lienthong.seal.pkcs11.label rồi khởi động lại");
        } catch (StartRefused unusable) {
            return Diagnosis.wrong(
                    what,
                    String.valueOf(unusable.getMessage()),
                    "cắm thiết bị, sửa lienthong.seal.pkcs11.* và tệp PIN");
        }
    }

    private static Diagnosis store(String what, Path file, String password, Instant now, String todo) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            List<X509Certificate> certificates = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
            return certificates.isEmpty()
                    ? Diagnosis.wrong(what, file + ": không có chứng thư nào", todo)
                    : dated(what, certificates, now, todo);
        } catch (IOException | GeneralSecurityException e) {
            return Diagnosis.wrong(
                    what, file + " không mở được: " + e.getMessage(), "kiểm tra tệp PKCS#12 và mật khẩu của nó");
        }
    }

    static Diagnosis dated(String what, List<X509Certificate> certificates, Instant now, String todo) {
        List<X509Certificate> over = certificates.stream()
                .filter(one -> one.getNotAfter().toInstant().isBefore(now))
                .toList();
        List<X509Certificate> soon = certificates.stream()
                .filter(one -> !over.contains(one))
                .filter(one -> one.getNotAfter().toInstant().isBefore(now.plus(SOON)))
                .toList();
        if (over.size() == certificates.size()) {
            return Diagnosis.wrong(what, "đã hết hạn: " + named(over.getFirst()), todo);
        }
        if (!over.isEmpty() || !soon.isEmpty()) {
            X509Certificate first = over.isEmpty() ? soon.getFirst() : over.getFirst();
            return Diagnosis.doubtful(
                    what,
                    over.size() + " hết hạn, " + soon.size() + " sắp hết hạn trong " + SOON.toDays() + " ngày: "
                            + named(first),
                    todo);
        }
        Instant end = certificates.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        return Diagnosis.good(what, certificates.size() + " chứng thư, sớm nhất hết hạn " + DAY.format(end));
    }

    private static String named(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName() + " ("
                + DAY.format(certificate.getNotAfter().toInstant()) + ")";
    }
}
