package vn.lienthong.routes.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.gateway.verification.Outcome;
import vn.lienthong.gateway.verification.ReceiptView;

/** Says what a file is and what is concluded about it as a whole. */
public final class TellFile {
    private final Texts texts;

    public TellFile(Locale language) {
        this(Texts.of(language));
    }

    TellFile(Texts texts) {
        this.texts = texts;
    }

    /** The conclusion. */
    public String outcome(JudgedFile judged) {
        return texts.word("tell.outcome", judged.outcome());
    }

    /** How the conclusion is to be taken. */
    public static Told.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Told.Tone.GOOD;
            case UNSIGNED -> Told.Tone.PLAIN;
            case INDETERMINATE -> Told.Tone.DOUBT;
            case FAILED -> Told.Tone.BAD;
        };
    }

    /** As of when it was judged. */
    public String asked(Instant at) {
        return texts.say("tell.asked", Texts.time(at));
    }

    /** What it is: its kind, what a packet or a receipt says. */
    public List<String> about(JudgedFile judged) {
        List<String> about = new ArrayList<>(List.of(texts.word("tell.kind", judged.kind())));
        judged.message()
                .ifPresent(message -> about.add(
                        switch (message) {
                            case Packet packet ->
                                texts.say(
                                        "tell.packet.document",
                                        packet.code().full(),
                                        packet.from().organName() + " ("
                                                + packet.from().organId() + ")",
                                        packet.documentId().value());
                            case StatusMessage status ->
                                texts.say("tell.packet.status", status.from().organName());
                        }));
        judged.receipt().ifPresent(receipt -> about.addAll(receipt(receipt)));
        return about;
    }

    private List<String> receipt(ReceiptView receipt) {
        List<String> about = new ArrayList<>();
        about.add(texts.say(
                "tell.receipt",
                receipt.content().documentId(),
                receipt.content().sender(),
                Texts.time(receipt.content().receivedAt())));
        about.add(receipt.seal()
                .map(seal -> texts.say("tell.receipt.sealed", Texts.time(seal.at())))
                .orElseGet(() -> texts.say("tell.receipt.unsealed")));
        receipt.document().ifPresent(match -> about.add(texts.word("tell.match", match)));
        return about;
    }
}
