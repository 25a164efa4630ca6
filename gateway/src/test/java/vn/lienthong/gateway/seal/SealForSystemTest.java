package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.agency.Sketch.day;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.InMemoryAccessEvents;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.LastingFiles;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.seal.SealForSystem.Outcome;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.path.RevocationAnswer;

/** Systems queue behind nobody: one file of an agency at a time, so that its clerk finds the key free. */
class SealForSystemTest {

    private final Station station = new Station(new InMemoryStores());
    private final BeginLasting.Rule rule = (agency, kind) -> new LastingRule(LastingLevel.LTA, true);
    private final InMemorySystemSignatures made = new InMemorySystemSignatures();
    private final SealForSystem sealing =
            new SealForSystem(station.systems, sealPdf(), rule, made, station.agencies, station.clock);

    private SealPdf sealPdf() {
        InMemoryAgencySeals seals = new InMemoryAgencySeals();
        SealKeys keys = new SealKeys(
                seals,
                SealSketch.trust((certificate, issuer, at) ->
                        new RevocationAnswer.Good("CRL", station.clock.instant(), station.clock.instant())),
                OpenKeys.local(),
                true);
        BeginLasting nothing = new BeginLasting(never(), (agency, kind) -> LastingRule.NONE, UUID::randomUUID);
        return new SealPdf(
                seals,
                keys,
                station.vault,
                new SealPdf.Limits(FormSettings.standard(), 2, Duration.ofMillis(20), Duration.ofSeconds(1)),
                SealSketch.unproven(station.clock),
                new SealJournal(new InMemoryAccessEvents(), station.work, nothing, station.clock),
                station.clock);
    }

    static LastingFiles never() {
        return (LastingFiles) Proxy.newProxyInstance(
                LastingFiles.class.getClassLoader(), new Class<?>[] {LastingFiles.class}, (proxy, method, given) -> {
                    throw new AssertionError(method.getName() + ": nothing is sealed here");
                });
    }

    private Outcome seal(String code, SealForSystem.Look look) {
        byte[] pdf = {1, 2, 3};
        try {
            return sealing.seal(
                    station.caller("sys-so"),
                    new SealForSystem.Wanted(
                            new AgencyCode(code),
                            AttachmentContent.ofBytes(pdf, Sha256.of(pdf)),
                            "a.pdf",
                            "",
                            look,
                            Optional.empty()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SealPdf.Outcome tried(Outcome outcome) {
        return ((Outcome.Tried) outcome).outcome();
    }

    private void let(String agency) {
        station.systems.grant("sys-so", new Mandate(id(agency), Right.SEAL, day("2020-01-01"), Optional.empty()));
    }

    @Test
    void ofOneAgencyOneFileIsSealedAtATime() {
        let("so");
        let("phong");
        List<Outcome> meanwhile = new ArrayList<>();
        Outcome first = seal("H01", name -> {
            meanwhile.add(seal("H01", SealShapes::seal));
            meanwhile.add(seal("H02", SealShapes::seal));
            return SealShapes.seal(name);
        });
        assertThat(tried(meanwhile.get(0))).as("the same agency's").isInstanceOf(SealPdf.Outcome.Busy.class);
        assertThat(tried(meanwhile.get(1))).as("another's").isInstanceOf(SealPdf.Outcome.NoSeal.class);
        assertThat(tried(first)).isInstanceOf(SealPdf.Outcome.NoSeal.class);
        assertThat(tried(seal("H01", SealShapes::seal)))
                .as("when it is done")
                .isInstanceOf(SealPdf.Outcome.NoSeal.class);
        assertThat(((Outcome.Tried) first).goal()).isEqualTo(LastingLevel.LTA);
    }

    @Test
    void whatFailedHoldsNobody() {
        let("so");
        for (int i = 0; i < 2; i++) {
            assertThat(tried(seal("H01", name -> {
                        throw new IllegalArgumentException("words");
                    })))
                    .isInstanceOf(SealPdf.Outcome.Unfit.class);
        }
        assertThat(seal("G01", SealShapes::seal)).isInstanceOf(Outcome.NotAllowed.class);
    }
}
