package vn.lienthong.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Sha256;

/** An act that needs two people, with everything it needs to be done: what is confirmed is exactly what was proposed. */
public sealed interface ProposedAct {

    /**
     * An authority is trusted.
     *
     * @param branch the trust store's, in lower case
     * @param certificate X.509, DER in base64
     */
    record AddTrust(String branch, String certificate) implements ProposedAct {}

    /**
     * An authority is trusted no longer.
     *
     * @param fingerprint SHA-256 of its certificate
     */
    record RemoveTrust(String branch, String fingerprint) implements ProposedAct {}

    /** A table of agencies is taken into the directory, such as a plan of a reorganisation. */
    record ImportTable(String csv) implements ProposedAct {}

    /**
     * An agency ends with its codes, as a system asked.
     *
     * @param request the number of the system's request
     */
    record CloseAgency(long request, RegistrationTerms.Closing terms) implements ProposedAct {}

    /** What kinds there are, as they are kept. */
    enum Kind {
        ADD_TRUST,
        REMOVE_TRUST,
        IMPORT_TABLE,
        CLOSE_AGENCY;

        /** Who may propose and confirm such an act. */
        public boolean isFor(Role role) {
            return switch (this) {
                case ADD_TRUST, REMOVE_TRUST -> role == Role.ADMINISTRATOR;
                case IMPORT_TABLE, CLOSE_AGENCY -> role == Role.ADMINISTRATOR || role == Role.REGISTRAR;
            };
        }
    }

    default Kind kind() {
        return switch (this) {
            case AddTrust add -> Kind.ADD_TRUST;
            case RemoveTrust remove -> Kind.REMOVE_TRUST;
            case ImportTable table -> Kind.IMPORT_TABLE;
            case CloseAgency closing -> Kind.CLOSE_AGENCY;
        };
    }

    /** As it is kept: JSON, its fields in the order of their names. */
    default String content() {
        Map<String, String> fields = new TreeMap<>(
                switch (this) {
                    case AddTrust add -> Map.of("branch", add.branch(), "certificate", add.certificate());
                    case RemoveTrust remove -> Map.of("branch", remove.branch(), "fingerprint", remove.fingerprint());
                    case ImportTable table -> Map.of("csv", table.csv());
                    case CloseAgency closing ->
                        Map.of(
                                "request", Long.toString(closing.request()),
                                "code", closing.terms().code(),
                                "at", closing.terms().at(),
                                "successor", closing.terms().successor());
                });
        return JsonMapper.shared().writeValueAsString(fields);
    }

    /** Of what is kept; both people see it. */
    default Sha256 digest() {
        return Sha256.of(content().getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #content} wrote. */
    static ProposedAct read(Kind kind, String content) {
        Map<String, String> fields =
                JsonMapper.shared().readValue(content, new TypeReference<Map<String, String>>() {});
        return switch (kind) {
            case ADD_TRUST -> new AddTrust(field(fields, "branch"), field(fields, "certificate"));
            case REMOVE_TRUST -> new RemoveTrust(field(fields, "branch"), field(fields, "fingerprint"));
            case IMPORT_TABLE -> new ImportTable(field(fields, "csv"));
            case CLOSE_AGENCY ->
                new CloseAgency(
                        Long.parseLong(field(fields, "request")),
                        new RegistrationTerms.Closing(
                                field(fields, "code"), field(fields, "at"), field(fields, "successor")));
        };
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}
