package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.gateway.access.Proposals;

/** What every page shows around its own content. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

    /**
     * @param vietnamese this page's own address, in Vietnamese
     * @param english this page's own address, in English
     */
    record Frame(
            String username,
            String fullName,
            String role,
            boolean reads,
            boolean trays,
            boolean signs,
            boolean acts,
            boolean assigns,
            boolean downloads,
            boolean people,
            boolean journal,
            int proposals,
            String vietnamese,
            String english) {}

    private final Proposals proposals;
    private final Clock clock;

    PageFrame(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @ModelAttribute("frame")
    Frame frame(@AuthenticationPrincipal @Nullable ConsoleUser user, HttpServletRequest request) {
        String vietnamese = here(request, "vi");
        String english = here(request, "en");
        return user == null || !user.isIn()
                ? new Frame("", "", "", false, false, false, false, false, false, false, false, 0, vietnamese, english)
                : new Frame(
                        user.getUsername(),
                        user.fullName(),
                        user.role().name(),
                        Permission.READ.isGrantedTo(user.role()),
                        Permission.READ_TRAYS.isGrantedTo(user.role()),
                        Permission.SIGN.isGrantedTo(user.role()),
                        Permission.ACT.isGrantedTo(user.role()),
                        Permission.ASSIGN.isGrantedTo(user.role()),
                        Permission.DOWNLOAD.isGrantedTo(user.role()),
                        Permission.PEOPLE.isGrantedTo(user.role()),
                        Permission.JOURNAL.isGrantedTo(user.role()),
                        waiting(user),
                        vietnamese,
                        english);
    }

    /** For who may decide, how much waits. */
    private int waiting(ConsoleUser user) {
        return Permission.REGISTER.isGrantedTo(user.role()) ? proposals.countWaiting(clock.instant()) : 0;
    }

    private static String here(HttpServletRequest request, String language) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }
}
