package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.gateway.lasting.LastingFiles;

/** Files that were signed here: which wait for a timestamp or more, since when, and why. */
@Controller
class SignaturesPage {

    private final LastingFiles files;

    SignaturesPage(LastingFiles files) {
        this.files = files;
    }

    @GetMapping("/signatures")
    String list(Model model) {
        model.addAttribute("waiting", files.pending(ListPages.MOST));
        model.addAttribute("newest", files.newest(ListPages.MOST));
        return "console/signatures";
    }
}
