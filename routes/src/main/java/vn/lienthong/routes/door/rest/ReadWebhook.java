package vn.lienthong.routes.door.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.webhook.EventType;
import vn.lienthong.gateway.webhook.ManageWebhooks;

/** Reads what a system wishes of a webhook. */
final class ReadWebhook {

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST = 1_000;

    private final Agencies agencies;
    private final CheckAddress checking;
    private final Clock clock;

    ReadWebhook(Agencies agencies, CheckAddress checking, Clock clock) {
        this.agencies = agencies;
        this.checking = checking;
        this.clock = clock;
    }

    /** Says why the gateway may not talk to an address, as far as its text tells. */
    @FunctionalInterface
    interface CheckAddress {
        Optional<String> refusal(URI address);
    }

    /** What is wrong with a form. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Wrong(String where, String text) {
            super(text);
            this.finding = Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
        }

        Finding finding() {
            return finding;
        }
    }

    ManageWebhooks.Wishes read(WebhookForm form) throws Wrong {
        return new ManageWebhooks.Wishes(address(form), types(form), agencies(form));
    }

    private Optional<URI> address(WebhookForm form) throws Wrong {
        if (form.address() == null) {
            return Optional.empty();
        }
        String text = form.address().strip();
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException unreadable) {
            throw new Wrong("address", text + " (expected: https://máy/đường-dẫn)");
        }
        if (text.length() > LONGEST_ADDRESS || address.getFragment() != null) {
            throw new Wrong("address", "quá dài hoặc có # (expected: tối đa " + LONGEST_ADDRESS + " ký tự, không #)");
        }
        Optional<String> refusal = checking.refusal(address);
        if (refusal.isPresent()) {
            throw new Wrong("address", refusal.get());
        }
        return Optional.of(address);
    }

    private static Optional<Set<EventType>> types(WebhookForm form) throws Wrong {
        if (form.types() == null) {
            return Optional.empty();
        }
        Set<EventType> types = new HashSet<>();
        for (String text : bounded("types", form.types())) {
            Optional<EventType> type = EventType.ofWire(text);
            if (type.isEmpty()) {
                String known = Arrays.stream(EventType.values())
                        .filter(one -> one != EventType.PING)
                        .map(EventType::wire)
                        .collect(Collectors.joining(", "));
                throw new Wrong("types", text + " (expected: " + known + ")");
            }
            types.add(type.get());
        }
        return Optional.of(types);
    }

    private Optional<Set<AgencyId>> agencies(WebhookForm form) throws Wrong {
        if (form.agencies() == null) {
            return Optional.empty();
        }
        Set<AgencyId> all = new HashSet<>();
        for (String text : bounded("agencies", form.agencies())) {
            Optional<AgencyId> agency = text.isBlank()
                    ? Optional.empty()
                    : agencies.current().holderOf(new AgencyCode(text.strip()), clock.instant());
            all.add(agency.orElseThrow(() -> new Wrong("agencies", text + " (expected: một mã đang dùng)")));
        }
        return Optional.of(all);
    }

    private static List<String> bounded(String where, List<String> texts) throws Wrong {
        if (texts.size() > MOST || texts.stream().anyMatch(java.util.Objects::isNull)) {
            throw new Wrong(where, texts.size() + " mục (expected: tối đa " + MOST + ", không mục nào null)");
        }
        return texts;
    }
}
