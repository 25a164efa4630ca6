package vn.lienthong.routes.strangers;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.routes.door.console.PlainBrowser;

/** Follows every link of the console that a person sees, as far as there are new pages. */
record Crawl(PlainBrowser browser) {

    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|action|data-[\\w-]+)=\"(/[^\"#]*)\"");
    private static final int MOST = 250;

    /** By address. */
    Map<String, HttpResponse<String>> from(String start) {
        Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>();
        next.add(start);
        while (!next.isEmpty() && pages.size() < MOST) {
            String address = next.remove();
            // What is done to one account stands for all; the others are those who look.
            boolean isOthers = address.matches("/people/.+/.+") && !address.startsWith("/people/" + Targets.PERSON);
            if (pages.containsKey(address) || address.startsWith("/logout") || isOthers) {
                continue;
            }
            HttpResponse<String> page = browser.get(address);
            pages.put(address, page);
            page.headers()
                    .firstValue("Location")
                    .map(location -> location.replaceFirst("^https?://[^/]+", ""))
                    .filter(location -> location.startsWith("/"))
                    .ifPresent(next::add);
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (Matcher link = LINK.matcher(page.body()); link.find(); ) {
                    next.add(link.group(1).replace("&amp;", "&"));
                }
            }
        }
        return pages;
    }
}
