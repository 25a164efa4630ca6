package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

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
            boolean acts,
            boolean assigns,
            boolean downloads,
            String vietnamese,
            String english) {}

    @ModelAttribute("frame")
    Frame frame(@AuthenticationPrincipal @Nullable ConsoleUser user, HttpServletRequest request) {
        String vietnamese = here(request, "vi");
        String english = here(request, "en");
        return user == null
                ? new Frame("", "", "", false, false, false, false, false, vietnamese, english)
                : new Frame(
                        user.getUsername(),
                        user.fullName(),
                        user.role().name(),
                        Permission.READ.isGrantedTo(user.role()),
                        Permission.TRAYS.isGrantedTo(user.role()),
                        Permission.ACT.isGrantedTo(user.role()),
                        Permission.ASSIGN.isGrantedTo(user.role()),
                        Permission.DOWNLOAD.isGrantedTo(user.role()),
                        vietnamese,
                        english);
    }

    private static String here(HttpServletRequest request, String language) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }
}
