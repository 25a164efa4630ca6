package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Station;

/** Whoever changes a row behind the gateway's back is found, and the place is named. */
final class CheckArchiveTest extends AtTheEvidenceDesk {

    @BeforeEach
    void work() throws InterruptedException {
        desk.send("D1");
        desk.send("D2");
        desk.minute();
        desk.minute();
        desk.send("D3");
        desk.minute();
        desk.send("D4");
        desk.minute();
        desk.send("D5");
    }

    @Test
    void anUntouchedRecordHoldsAndAnEmptyMinuteMadeNoSeal() {
        CheckArchive check = desk.archive(desk.seal);

        assertThat(check.firstBreak()).isEmpty();
        assertThat(check.counts()).isEqualTo(new CheckArchive.Counts(5, 5, 3, 3, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update receipt set content = replace(content, 'D1', 'D9') | content: another than was signed",
                "update receipt set content = concat(content, 'x') | content: another than was signed",
                "update receipt set signature = '\\x3000' | signature: ",
                "update receipt r set content = o.content, signature = o.signature from receipt o"
                        + " where o.dossier_id <> r.dossier_id | dossier: ",
                "update receipt set dossier_id = (select id from dossier where document_id = 'D3')"
                        + " where content like '%D1%' | dossier: ",
            })
    void aReceiptThatWasChangedIsFound(String statement, String expected) {
        for (String document : List.of("D1", "D2")) {
            assertThat(desk.export.export(dossier(document))).isPresent();
        }
        CheckArchive check = desk.archive(desk.seal);
        assertThat(check.firstBreak()).isEmpty();
        assertThat(check.counts().receipts()).isEqualTo(2);

        desk.sql(statement);

        assertThat(desk.firstBreak())
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("receipt of dossier ").contains(expected.strip()));
    }

    private DossierId dossier(String documentId) {
        return desk.database
                .jdbi()
                .withHandle(handle -> new DossierId(handle.createQuery("select id from dossier where document_id = :id")
                        .bind("id", documentId)
                        .mapTo(UUID.class)
                        .one()));
    }

    @Test
    void aReceiptOfAnotherSealIsFound() throws Exception {
        try (EvidenceDesk other = new EvidenceDesk(Files.createDirectory(folder.resolve("other")))) {
            byte[] forged = other.seal.sign("{}".getBytes(StandardCharsets.UTF_8), desk.station.clock.instant());
            desk.seals.keep(dossier("D1"), new Seals.Receipt(desk.station.clock.instant(), "{}", forged));
        }
        assertThat(desk.firstBreak())
                .hasValueSatisfying(text -> assertThat(text).contains("signature: by"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update entry set actor = 'ai đó' where dossier_id = (select id from dossier where document_id = 'D2')"
                        + "| entry 1: content does not match its hash",
                "update entry set at = at + interval '1 microsecond' | entry 1: content does not match its hash",
                "delete from entry where dossier_id = (select id from dossier where document_id = 'D5')"
                        + "| 0 entries (expected: 1)",
                "update dossier set last_hash = repeat('1', 64) where document_id = 'D3' | last entry: another hash",
                "update dossier set last_hash = 'x' where document_id = 'D3' | a row that cannot be read",
                "update entry set seal_id = null where seal_id = 2 | seal 2: 0 entries under it (expected: 1)",
                "update entry set seal_id = 3 where seal_id is null | seal 3: 2 entries under it (expected: 1)",
                "update entry set seal_id = 5 - seal_id where seal_id in (2, 3) | seal 2: root of its entries",
                "update seal set sealed_at = sealed_at + interval '1 second' where id = 1 | seal 1: signature",
                "update seal set previous = repeat('2', 64) where id = 2 | seal 2: seal before it: another",
                "update seal set signature = (select signature from seal where id = 1) where id = 3"
                        + "| seal 3: signature: CMS: another content inside",
                "update seal_timestamp set token = (select token from seal_timestamp where seal_id = 1)"
                        + " where seal_id = 2 | seal 2: timestamp: imprint",
                "update seal_timestamp set token = '\\x3000' where seal_id = 1 | seal 1: timestamp",
            })
    void whatWasChangedIsFound(String statement, String expected) {
        desk.sql(statement);

        assertThat(desk.firstBreak())
                .hasValueSatisfying(text -> assertThat(text).contains(expected.strip()));
    }

    /** Who can write to the database but has not the key: the seals do not fit any more. */
    @Test
    void aChainThatIsWrittenAnewDoesNotFitItsSeal() {
        Entry old = desk.station
                .read(t -> t.entries()
                        .of(desk.station
                                .read(u -> u.dossiers()
                                        .sentBy(
                                                java.util.Set.of(vn.lienthong.gateway.agency.Sketch.id("bo")),
                                                java.util.Optional.empty(),
                                                java.util.Optional.empty(),
                                                10))
                                .getLast()
                                .id()))
                .getFirst();
        Entry forged =
                EntryChain.append(old.dossier(), 0, Entry.FIRST, old.at(), old.event(), "kẻ khác", old.detailJson());
        desk.sql("update entry set actor = 'kẻ khác', hash = '" + forged.hash().hex() + "' where dossier_id = '"
                + old.dossier() + "'");
        desk.sql("update dossier set last_hash = '" + forged.hash().hex() + "' where id = '" + old.dossier() + "'");

        assertThat(desk.firstBreak())
                .hasValueSatisfying(text -> assertThat(text).contains("seal 1: root of its entries: another"));
    }

    @Test
    void aSealByAKeyThatIsNotTheGatewaysIsABreak() throws Exception {
        GatewaySeal other = new GatewaySeal(SealKeyFile.readOrMake(
                Files.createDirectory(folder.resolve("other")).resolve("seal.p12"), "x".toCharArray(), Station.NOW));

        assertThat(desk.archive(other).firstBreak()).hasValueSatisfying(text -> assertThat(text)
                .contains("seal 1: signature: by Lien Thong gateway seal, SHA-256"));
    }

    /** Seals of the first format named the root of the one before. */
    @Test
    void sealsOfTheFirstFormatStillHold() {
        desk.sql("delete from seal_timestamp");
        desk.sql("update entry set seal_id = null");
        desk.sql("delete from seal");
        Seal first = old(Entry.FIRST, 2);
        Seal second = old(first.root(), 2);

        desk.sealing.seal();

        assertThat(second.previous()).isEqualTo(first.root());
        assertThat(desk.firstBreak()).isEmpty();
    }

    private Seal old(vn.lienthong.gateway.digest.Sha256 previous, int limit) {
        Seal[] made = new Seal[1];
        desk.seals.sealNext(limit, false, unsealed -> {
            Seal unsigned = new Seal(
                    1,
                    desk.station.clock.instant(),
                    unsealed.hashes().size(),
                    MerkleTree.root(unsealed.hashes()),
                    previous,
                    new byte[0]);
            made[0] = unsigned.signed(desk.seal.sign(unsigned.content(), unsigned.at()));
            return made[0];
        });
        return made[0];
    }
}
