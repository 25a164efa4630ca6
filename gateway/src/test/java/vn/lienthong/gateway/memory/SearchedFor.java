package vn.lienthong.gateway.memory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierSearch;

/** Whether a dossier is one that an operator looks for. */
record SearchedFor(DossierSearch search, Collection<Delivery> deliveries) implements Predicate<Dossier> {

    @Override
    public boolean test(Dossier dossier) {
        return text(dossier)
                && agency(dossier)
                && InMemoryDossiers.within(dossier.receivedAt(), search.from(), search.to())
                && search.state().map(dossier.state()::equals).orElse(true)
                && search.deliveryState()
                        .map(state -> copies(dossier).anyMatch(copy -> copy.state() == state))
                        .orElse(true);
    }

    private boolean text(Dossier dossier) {
        String text = search.text().strip();
        return Stream.of(
                                dossier.key().documentId().value(),
                                dossier.facts().number() + "/" + dossier.facts().notation(),
                                dossier.facts().subject())
                        .anyMatch(part -> folded(part).contains(folded(text)))
                || List.of(dossier.id().toString(), dossier.senderDocId()).contains(text)
                || copies(dossier).anyMatch(copy -> copy.docId().equals(text));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private boolean agency(Dossier dossier) {
        String code = search.agency().strip();
        return code.isEmpty()
                || dossier.senderCode().text().equals(code)
                || dossier.recipients().stream()
                        .anyMatch(recipient -> recipient.code().text().equals(code));
    }

    private Stream<Delivery> copies(Dossier dossier) {
        return deliveries.stream().filter(delivery -> delivery.dossier().equals(dossier.id()));
    }
}
