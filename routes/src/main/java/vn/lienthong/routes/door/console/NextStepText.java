package vn.lienthong.routes.door.console;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** {@link NextStep} as one sentence in the reader's language. */
@Component("nextSteps")
final class NextStepText {

    private final MessageSource messages;
    private final Times times;

    NextStepText(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    public String say(NextStep step) {
        return switch (step) {
            case NextStep.Refused refused -> text("refused", refused.reason());
            case NextStep.Held held -> text("held." + held.by(), held.reason());
            case NextStep.GivenUp givenUp -> text("given-up", givenUp.codes(), givenUp.reason());
            case NextStep.Undecided undecided -> text("undecided", undecided.codes(), undecided.reason());
            case NextStep.Unreachable unreachable -> text("unreachable", unreachable.codes());
            case NextStep.Trying trying -> text("trying", trying.codes());
            case NextStep.TryAgain again ->
                text("try-again", again.codes(), times.at(again.at()), String.valueOf(again.attempts()));
            case NextStep.ToBeCollected collect -> text("to-be-collected", collect.codes(), collect.systems());
            case NextStep.WaitsForTarget waiting -> text("waits-for-target", waiting.target());
            case NextStep.NobodyLeft nobody -> text("nobody-left");
            case NextStep.Delivered delivered ->
                delivered.ended() == 0
                        ? text("delivered", String.valueOf(delivered.handedOver()))
                        : text(
                                "delivered-in-part",
                                String.valueOf(delivered.handedOver()),
                                String.valueOf(delivered.ended()));
        };
    }

    private String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage("next." + key, arguments, locale);
    }
}
