package vn.lienthong.routes.platform.backup;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.platform.Migrations;

/**
 * What a backup holds: its last part, so a file that was cut short has none.
 *
 * @param format of the file; another number is not read
 * @param program version that made it
 * @param gateway code of the gateway
 * @param point instant of the snapshot, by the database's clock, ISO 8601 in UTC
 * @param schema steps that the database had taken
 * @param tables one part each
 * @param sequences numbers that were given out
 * @param vault the bytes of documents
 * @param parts everything but tables and bytes: trust stores, settings, sealed keys
 */
record Manifest(
        int format,
        String program,
        String gateway,
        String point,
        List<Migrations.Step> schema,
        List<Table> tables,
        List<Sequence> sequences,
        VaultPart vault,
        List<Part> parts) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String TABLES = "database/";
    static final String VAULT = "vault/";
    static final String TRUST = "trust/";
    static final String SETTINGS = "lienthong.yaml";
    static final String KEYS = "keys.sealed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One part of the file.
     *
     * @param bytes before packing
     * @param sha256 of those bytes, lower-case hexadecimal
     */
    record Part(String name, long bytes, String sha256) {}

    /** A table: rows in the text form of PostgreSQL's COPY, columns in this order. */
    record Table(String name, List<String> columns, long rows, Part part) {}

    /** The last number of a table's column that counts by itself. */
    record Sequence(String table, String column, long last) {}

    /**
     * The bytes of documents, each a part named by its SHA-256.
     *
     * @param inDatabase whether they lie in the database instead, and so among its tables
     * @param missing digests that the record names and whose bytes were not there, or were damaged, when the backup was made
     */
    record VaultPart(boolean inDatabase, long files, long bytes, List<String> missing) {}

    boolean hasKeys() {
        return parts.stream().anyMatch(part -> part.name().equals(KEYS));
    }

    /** The newest step of the schema. */
    String schemaVersion() {
        return schema.getLast().version();
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
