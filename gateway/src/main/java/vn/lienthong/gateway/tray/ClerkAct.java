package vn.lienthong.gateway.tray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.packet.StatusCode;

/** What a clerk may answer to a document (QĐ 28/2018/QĐ-TTg Art 9; 15 and 16 of the platform's list of statuses). */
public enum ClerkAct {
    ACCEPT("03", false),
    REFUSE("02", true),
    ASSIGN("04", true),
    PROCESS("05", false),
    FINISH("06", false),
    AGREE("15", false),
    DISAGREE("16", true);

    private final String code;
    private final boolean needsWords;

    ClerkAct(String code, boolean needsWords) {
        this.code = code;
        this.needsWords = needsWords;
    }

    public StatusCode code() {
        return new StatusCode(code);
    }

    /** Whether it means nothing without words: why it is refused, to whom it is assigned. */
    public boolean needsWords() {
        return needsWords;
    }

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClerkAct> at(String path) {
        return Arrays.stream(values()).filter(act -> act.path().equals(path)).findFirst();
    }

    /** What may be answered now, the usual first. What is finished stays so: a mistake is told to the sender by letter. */
    public static List<ClerkAct> possible(TrayItem item) {
        if (item.held()) {
            return List.of(ACCEPT, REFUSE);
        }
        if (item.isChange()) {
            return item.stage() == TrayStage.FINISHED ? List.of() : List.of(AGREE, DISAGREE);
        }
        List<ClerkAct> acts = new ArrayList<>();
        if (item.askedBack()) {
            acts.add(AGREE);
            acts.add(DISAGREE);
        }
        switch (item.stage()) {
            case NEW -> acts.addAll(List.of(ACCEPT, REFUSE));
            case IN_WORK -> acts.addAll(inWork(item.lastStatus()));
            case FINISHED -> {}
        }
        return List.copyOf(acts);
    }

    private static List<ClerkAct> inWork(String lastStatus) {
        return lastStatus.equals(StatusCode.PROCESSING.text())
                ? List.of(FINISH, ASSIGN)
                : List.of(ASSIGN, PROCESS, FINISH);
    }
}
