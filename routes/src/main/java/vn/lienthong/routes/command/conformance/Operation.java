package vn.lienthong.routes.command.conformance;

/** What a client does at a door, whatever the dialect. */
enum Operation {
    SEND("gửi văn bản"),
    STATUS("gửi trạng thái"),
    LIST("hỏi danh sách chờ nhận"),
    FETCH("lấy văn bản"),
    CONFIRM("xác nhận đã nhận"),
    OTHER("việc khác");

    private final String words;

    Operation(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
