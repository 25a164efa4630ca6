package vn.lienthong.routes.door.console;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.delivery.Routing;

/** {@link NextStep} as one sentence in the reader's language. */
@Component("nextSteps")
final class NextStepText {

    private final MessageSource messages;
    private final Times times;
    private final PlainWords plain;

    NextStepText(MessageSource messages, Times times, PlainWords plain) {
        this.messages = messages;
        this.times = times;
        this.plain = plain;
    }

    public String say(NextStep step) {
        return switch (step) {
            case NextStep.Refused refused -> text("refused", plain.say(refused.reason()));
            case NextStep.Held held -> text("held." + held.by(), plain.say(held.reason()));
            case NextStep.GivenUp givenUp -> text("given-up", givenUp.codes(), plain.say(givenUp.reason()));
            case NextStep.Undecided undecided -> text("undecided", undecided.codes(), plain.say(undecided.reason()));
            case NextStep.Unreachable unreachable -> text("unreachable", unreachable.codes());
            case NextStep.Trying trying -> text("trying", trying.codes());
            case NextStep.TryAgain again ->
                text("try-again", again.codes(), times.at(again.at()), String.valueOf(again.attempts()));
            case NextStep.ToBeCollected collect ->
                collect.systems().equals(Routing.CONSOLE)
                        ? text("to-be-read", collect.codes())
                        : text("to-be-collected", collect.codes(), collect.systems());
            case NextStep.WaitsForTarget waiting -> text("waits-for-target", waiting.target());
            case NextStep.NobodyLeft nobody -> text("nobody-left");
            case NextStep.Delivered delivered ->
                delivered.ended() == 0
                        ? text("delivered", String.valueOf(delivered.handedOver()))
                        : text(
                                "delivered-in-part",
                                String.valueOf(delivered.handedOver()),
                                String.valueOf(delivered.ended()));
            case NextStep.Declined declined -> text("declined", declined.codes(), declined.reason());
            case NextStep.Awaiting awaiting -> text("awaiting", awaiting.codes());
            case NextStep.Answered answered -> text("answered", String.valueOf(answered.handedOver()));
        };
    }

    private String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage("next." + key, arguments, locale);
    }
}
