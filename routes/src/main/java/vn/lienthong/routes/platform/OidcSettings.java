package vn.lienthong.routes.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Role;

/**
 * {@code lienthong.console.oidc}: people are known by another issuer (OpenID Connect Core 1.0, code flow with PKCE). Who is
 * not linked to an account ({@code admin user link}) does not get in.
 *
 * @param issuer as it names itself, such as {@code https://sso.tinh.gov.vn/realms/congchuc}
 * @param clientId what the issuer calls this gateway
 * @param clientSecret its secret there; or
 * @param clientSecretFile a file of one line with it
 * @param scopes besides {@code openid}
 * @param roleClaim the claim that lists a person's groups; with it the account's role must be one that these give
 * @param roles what groups give, each as {@code group=role}; a group that is not listed gives nothing
 * @param breakGlass the one administrator who may still log in by password; without it everybody may
 * @param timeout of each call to the issuer; default 10 s
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue List<String> scopes,
        @Nullable String roleClaim,
        @DefaultValue List<String> roles,
        @Nullable String breakGlass,
        @DefaultValue("10s") Duration timeout) {

    private static final String PATH = "lienthong.console.oidc";

    public OidcSettings {
        Setting.together(PATH + ".issuer", issuer, PATH + ".client-id", clientId);
        if ((clientSecret == null) == (clientSecretFile == null)) {
            throw Setting.refuse(PATH + ".client-secret", "…", "client-secret hoặc client-secret-file, một trong hai");
        }
        if (issuer.getHost() == null || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw Setting.refuse(PATH + ".issuer", issuer, "một địa chỉ như https://sso.tinh.gov.vn/realms/congchuc");
        }
        if (breakGlass != null && !Account.isUsername(breakGlass)) {
            throw Setting.refuse(PATH + ".break-glass", breakGlass, "tên đăng nhập của một tài khoản");
        }
        Setting.inRange(PATH + ".timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        if ((roleClaim == null) != roles.isEmpty()) {
            throw Setting.refuse(
                    PATH + ".roles",
                    roles,
                    "cùng với role-claim, hoặc không có cả hai: thiếu một thì nhóm không hạn chế ai");
        }
        roles.forEach(OidcSettings::role);
    }

    /** The secret, from wherever it is kept. */
    public String secret() throws IOException {
        return clientSecretFile == null
                ? String.valueOf(clientSecret)
                : Files.readString(clientSecretFile, StandardCharsets.UTF_8).strip();
    }

    /** What these groups let an account be. */
    public Set<Role> given(List<String> groups) {
        Set<Role> given = EnumSet.noneOf(Role.class);
        for (String mapping : roles) {
            if (groups.contains(mapping.substring(0, mapping.lastIndexOf('=')))) {
                given.add(role(mapping));
            }
        }
        return given;
    }

    private static Role role(String mapping) {
        String name = mapping.substring(mapping.lastIndexOf('=') + 1).strip().toUpperCase(Locale.ROOT);
        for (Role role : Role.values()) {
            if (role.name().equals(name) && mapping.indexOf('=') > 0) {
                return role;
            }
        }
        throw Setting.refuse(PATH + ".roles", mapping, "nhóm=vai trò, như van-hanh=operator");
    }

    /** Without the secret: records are printed in messages. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
