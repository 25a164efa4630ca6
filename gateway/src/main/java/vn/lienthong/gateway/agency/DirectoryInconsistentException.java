package vn.lienthong.gateway.agency;

import java.util.List;

/** A change would leave a directory that contradicts itself. Nothing was changed; correct the rows it names. */
public final class DirectoryInconsistentException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<String> problems;

    public DirectoryInconsistentException(List<String> problems) {
        super("directory: " + problems.size() + " contradictions: "
                + String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size()))));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
