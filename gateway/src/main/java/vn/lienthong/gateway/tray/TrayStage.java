package vn.lienthong.gateway.tray;

import java.util.Set;

/** How far an agency is with a document it received, told by the last status that it gave (QĐ 28/2018/QĐ-TTg Art 9). */
public enum TrayStage {
    /** Neither accepted nor refused. */
    NEW,
    /** Accepted, assigned or being processed. */
    IN_WORK,
    /** Done, refused, or its recall or update answered. */
    FINISHED;

    /** The last statuses that mean this stage; what none of the stages names is NEW. */
    public Set<String> codes() {
        return switch (this) {
            case NEW -> Set.of();
            case IN_WORK -> Set.of("03", "04", "05");
            case FINISHED -> Set.of("02", "06", "15", "16");
        };
    }

    /** The stage after the agency's last status; empty text where it gave none. */
    public static TrayStage of(String lastStatus) {
        for (TrayStage stage : values()) {
            if (stage.codes().contains(lastStatus)) {
                return stage;
            }
        }
        return NEW;
    }
}
