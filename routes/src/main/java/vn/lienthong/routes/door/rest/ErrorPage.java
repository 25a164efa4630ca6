package vn.lienthong.routes.door.rest;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.lienthong.gateway.finding.ErrorCatalogue;

/** The errors as a page, for whoever opens the {@code type} of a problem in a browser. */
final class ErrorPage {
    private ErrorPage() {}

    static String html() {
        return """
            <!doctype html>
            <html lang="vi">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Liên Thông: danh mục lỗi</title>
              <link rel="stylesheet" href="%1$s/docs/errors.css">
            </head>
            <body>
              <h1>Danh mục lỗi</h1>
              <p>Mỗi mã chỉ có một nghĩa ở mọi cửa (REST, SOAP, trục VXP). Chương trình đọc cùng địa chỉ này dưới dạng JSON.</p>
              <table>
                <thead><tr><th scope="col">Mã</th><th scope="col">HTTP</th><th scope="col">Nghĩa</th><th scope="col">Nguyên nhân</th><th scope="col">Cách xử lý</th><th scope="col">Căn cứ</th></tr></thead>
                <tbody>
            %2$s    </tbody>
              </table>
            </body>
            </html>
            """
                .formatted(
                        RestPaths.BASE,
                        ErrorCatalogue.all().stream().map(ErrorPage::row).collect(Collectors.joining()));
    }

    private static String row(ErrorCatalogue.Explained one) {
        return "      <tr id=\"" + one.code() + "\"><th scope=\"row\"><a href=\"#" + one.code() + "\"><code>"
                + one.code()
                + "</code></a></th>" + cell(String.valueOf(RestStatus.of(one.code())))
                + cell(one.code().vietnamese()) + cell(one.cause()) + cell(one.remedy())
                + cell(one.code().clause()) + "</tr>\n";
    }

    private static String cell(String text) {
        return "<td>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</td>";
    }
}
