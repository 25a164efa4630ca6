package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.routes.door.FormFields;
import vn.lienthong.routes.door.ReadFiles;
import vn.lienthong.routes.platform.JudgeInUse;
import vn.lienthong.routes.report.TellFile;
import vn.lienthong.routes.report.TellReport;

/** Kiểm tra chữ ký: what a file that a person brings is worth. It is looked at and not kept. */
@Controller
class VerificationPage {

    private static final String ADDRESS = "/verification";
    private static final String TOKEN = "_csrf";

    private final ReadFiles files;
    private final JudgeInUse judging;
    private final PlainWords words;
    private final Clock clock;

    VerificationPage(@Qualifier("filesToVerify") ReadFiles files, JudgeInUse judging, PlainWords words, Clock clock) {
        this.files = files;
        this.judging = judging;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String show() {
        return "console/verification";
    }

    /** Answers with the part of the page that shows the result; the page's script sends the token in a header. */
    @PostMapping(ADDRESS)
    String verify(@AuthenticationPrincipal ConsoleUser user, HttpServletRequest request, Model model)
            throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        ReadFiles.Body body = new ReadFiles.Body(request.getInputStream(), type, "file", Optional.empty());
        Instant now = clock.instant();
        return files.read(
                Caller.person(user.getUsername(), List.of()),
                body,
                new FormFields(TOKEN),
                finding -> {
                    model.addAttribute("wrong", words.say(finding));
                    return "console/verification :: result";
                },
                handed -> {
                    tell(judging.judge().judge(handed.signed(), handed.signedBeside(), now), now, model);
                    return "console/verification :: result";
                });
    }

    private static void tell(JudgedFile judged, Instant now, Model model) {
        Locale language = LocaleContextHolder.getLocale();
        TellFile file = new TellFile(language);
        TellReport reports = new TellReport(language);
        model.addAttribute("judged", judged.kind());
        model.addAttribute("name", judged.name());
        model.addAttribute("tone", TellFile.tone(judged.outcome()));
        model.addAttribute("outcome", file.outcome(judged));
        model.addAttribute("about", file.about(judged));
        model.addAttribute("asked", file.asked(now));
        model.addAttribute("findings", judged.findings());
        model.addAttribute("tolds", judged.reports().stream().map(reports::tell).toList());
        model.addAttribute("reports", VerificationView.of(judged.reports()));
    }
}
