package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.gateway.finding.ErrorCatalogue;

/** Every error, what leads to it and the way out: for whoever reads a code on another page, or hears one on the telephone. */
@Controller
class ErrorsPage {

    @GetMapping("/errors")
    String all(Model model) {
        model.addAttribute("errors", ErrorCatalogue.all());
        return "console/errors";
    }
}
